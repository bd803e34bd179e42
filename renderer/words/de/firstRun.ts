import type { firstRun as english } from '../en/firstRun.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const firstRun: Translation<typeof english> = {
  title: 'Hier speichern. Lesen, wo es kein Netz gibt.',
  lead: 'Layover bewahrt ganze Seiten auf diesem Computer auf: den Text, seine Bilder und die Beiträge, auf die er verweist, auf einer Zeitleiste ausgelegt. Ohne Netz öffnet sich alles sofort, und nichts fragt danach.',
  label: 'Adresse einer Seite, die gespeichert werden soll',
  placeholder: 'https://…',
  action: 'Seite speichern',
  or: 'Keine Seite zur Hand?',
  sample: 'Ein Beispiel zum Umsehen hinzufügen',
  also: 'Dateien, Links oder Text lassen sich auch irgendwo auf dieses Fenster ziehen oder einfügen.',
};
