// Every screen of trips, one after the other, each asked for its faults.
import { expect, type AppPage } from '../helpers/appPage.ts';
import { expectNoFault } from './faults.ts';
import { dialogOf, leave } from './screens.ts';
import { provePlates, seedTrip } from './tripSeeds.ts';

/** The place without trips, the list, a trip with all of its parts open, and on the way. */
export async function walkTrips(app: AppPage): Promise<void> {
  const { page, layover } = app;
  await app.start('#/trips');
  await expect(page.getByRole('heading', { name: 'Where are you going?' })).toBeVisible();
  await expectNoFault(page, { screen: 'no trips' });
  const id = await seedTrip(app);
  await expect(page.getByRole('button', { name: 'Lisbon', exact: true })).toBeVisible();
  await expectNoFault(page, { screen: 'trips' });

  await app.start(`#/trips/${id}`);
  await provePlates(app, id);
  const board = page.getByRole('table', { name: 'Departure board' });
  await expect(board.getByRole('cell', { name: 'Ready', exact: true })).toBeVisible();
  await board.getByRole('button', { name: 'What was found of: Harbour radio' }).click();
  await page.keyboard.press('e');
  await expect(page.getByRole('group', { name: 'Draw from' })).toContainText('Winter quarters');
  await expectNoFault(page, { screen: 'a trip with its plan and what was found' });
  await page.getByRole('button', { name: 'Add a source' }).click();
  await expect(page.getByRole('option', { name: 'The queue' })).toBeVisible();
  await expectNoFault(page, { screen: 'what a trip may draw from' });
  await leave(page);
  await expect(page.locator('.popover')).toHaveCount(0);
  await board.getByRole('button', { name: 'More for: Lamp oil' }).click();
  await expect(page.getByRole('menuitem', { name: 'Repair this one' })).toBeVisible();
  await expectNoFault(page, { screen: 'what can be done with a row' });
  await leave(page);

  await page.getByRole('button', { name: 'Leave now' }).click();
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
  await expectNoFault(page, { screen: 'on the way' });
  await layover.trips.leave(id, true);
  await expect(page.getByRole('heading', { name: /^Landed/ })).toBeVisible();
  await expectNoFault(page, { screen: 'landed' });

  await layover.trips.leave(id, false);
  await app.start('#/library');
  await page.getByRole('button', { name: 'Winter quarters', exact: true }).focus();
  await page.keyboard.press('Shift+T');
  await expect(await dialogOf(page, 'Take on a trip')).toContainText('Lisbon');
  await expectNoFault(page, { screen: 'which trip to take an article on' });
  await leave(page);
}
