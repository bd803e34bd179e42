import type { FailureCase } from '#contract/failureDetail.ts';

/** What exactly failed, by its case. In English the report itself is shown; these are what other languages translate. `status` is `number` where that is no count. */
export const failureDetails = {
  lookUpDown:
    'The name {what} could not be looked up; the network seems to be down. Nothing was stored; your link is kept.',
  hostUnknown:
    'There is no site named {what}, or you are offline. Your link is kept; check the spelling and the connection.',
  hostRefused: '{what} refused the connection. Your link is kept; check the address, or try again in a while.',
  hostUnreached: '{what} cannot be reached from here. Your link is kept; check the connection, then try again.',
  hostSlow: '{what} did not answer in time. Your link is kept; try again when the connection is faster.',
  certificateExpired:
    '{what} could not prove that it is itself: its certificate has expired. Check the date of this computer.',
  certificateEarly:
    '{what} could not prove that it is itself: its certificate is not valid yet. Check the date of this computer.',
  certificateOfOther:
    '{what} could not prove that it is itself: its certificate belongs to another site. On a guest network, sign in first.',
  certificateUnknown:
    '{what} could not prove that it is itself: nobody known has signed its certificate. On a guest network, sign in first.',
  insecure: 'No secure connection to {what} could be made, so nothing was fetched from it.',
  cutShort: '{what} closed the connection before everything had come. Try again in a while.',
  portal:
    'This network wants you to sign in before it lets you reach {what}. Sign in with your browser; then it is fetched by itself.',
  privateHost: '{what} is on a private network, which Layover asks only when you type such an address yourself.',
  ownNetwork:
    '{what} is in your own network, or this very computer. Layover asks nothing of it before you have said that it may. Nothing was saved.',
  notThere: '{what} has nothing at this address ({status}). Check the address, or look for a copy at web.archive.org.',
  removed: '{what} has removed this for good ({status}). You may find a copy at web.archive.org.',
  signIn:
    '{what} does not give this out without signing in, or not to apps ({status}). Open it in your browser and save it from there.',
  withheld: '{what} does not give this out ({status}). Open it in your browser to see why.',
  busy: '{what} is too busy to answer. {number, plural, =0 {Try again in a while.} one {It asks to wait # minute.} other {It asks to wait # minutes.}}',
  siteFault: '{what} has a fault of its own ({status}). Try again in a while.',
  otherAnswer: '{what} answered with {status} instead of the page. Check the address in your browser.',
  ledAround: 'The site sends on to where Layover may not follow. The way was: {what}.',
  noAddress: 'There is no address yet. Type or paste the address of a page.',
  longAddress: 'This is too long to be an address. Paste the address of one page only.',
  manyLines: 'This is more than one line. Paste the address of one page at a time.',
  secretAddress:
    'This address carries a name or password, which Layover does not keep. Remove the part before the @ and try again.',
  fileAddress: 'This is a file on this computer. Add it as a file, or drop it here.',
  otherScheme: 'A “{what}:” address is no page. Give one that begins with https:// or http://.',
  notAddress: '“{what}” is not a web address. Give one like https://example.org/page; to save text, paste it as text.',
  largeFile:
    '“{what}” is larger than the {number, number} MB that it may have. Nothing was stored; the file is unchanged.',
  unreadFile: '“{what}” could not be read. Nothing was stored. Check that it is there and that you may read it.',
  emptyFile: '“{what}” is empty. Nothing was stored. Check that it was saved completely, and add it again.',
  otherFile: '“{what}” is no kind of file that Layover reads. Save it as HTML, EPUB, PDF or plain text and add that.',
  slowFile:
    '“{what}” could not be taken apart within {number, plural, one {# second} other {# seconds}}. The file is unchanged; try again when the computer is less busy.',
  lockedFile: 'This file is locked with a password. Nothing was stored. Add a copy of it without the password.',
  brokenFile: 'This file is cut off or broken. Nothing was stored. Get it once more and add it again.',
  mostHighlights:
    'An article can have {number, plural, one {# highlight} other {# highlights}}. Nothing was added; remove some first.',
  mostTags: 'This article has {number, plural, one {# tag} other {# tags}}, which is the most. It stayed as it was.',
  mostDictionaries:
    'There are {number, plural, one {# dictionary} other {# dictionaries}} already. Remove one, then add this one again.',
  roomToMake:
    'The disk is full; what was saved is safe. The trash and finished articles take {number, number} MB, which you can free.',
  otherMachine:
    'This library was last opened on {what} and not closed there, as far as can be seen here. Nothing was changed. Close it there and wait until your folder is in step, or use it here all the same.',
  updateOnTrip:
    'You are on a trip, or one is being packed: Layover stays as it is until you have landed. Nothing was changed.',
  meteredUpdate: 'This network counts its data, so nothing was fetched. Fetch it later, or all the same.',
  readOnlyDisk:
    'The disk of this library can only be read, so nothing was changed. Make it writable, or copy the library to another one.',
  copyOfSignIn:
    'What was saved is the page on which the site asks to sign in. Open the page in a window, sign in and save it from there.',
  damagedPart: 'Its file {what} is gone or damaged. Save the article again to have it whole.',
  pageLacking: 'Pages of it are missing, from page {number, number} on. Save the article again to try once more.',
  shortenedText: 'Its text is shorter than it was when it was saved. Save the article again to have it whole.',
  emptyArticle: 'There is neither text nor a picture in it.',
  wordsLost:
    '{number, plural, =0 {None of its words is shown.} one {Only # of its words is shown.} other {Only # of its words are shown.}} Save the article again to have it whole.',
  fontLost: 'A typeface could not be loaded ({what}). Install Layover again to have it back.',
  glyphsLost: 'No typeface on this computer has {what}. Install one for its script, and check again.',
  posterLost: 'The picture of a film in it is not shown.',
  foreignPart: 'It asks for something that is not in the library.',
  notOpened: 'The article could not be opened. Save it again to have it whole.',
  slowArticle:
    'The article did not come to rest within {number, plural, one {# second} other {# seconds}} when it was opened.',
  failedArticle: 'The article made the window fail in which it was opened to be checked.',
} as const satisfies Readonly<Record<FailureCase, string>>;
