// What is said of a library that is not there, in every language of the interface: then there is no window that could tell its words.
import type { Language } from '#contract/language.ts';

/** Words of the dialog; in `detail`, `%folder%` stands for where the library was. */
export interface MissingLibraryWords {
  readonly message: string;
  readonly detail: string;
  readonly lookAgain: string;
  readonly choose: string;
  readonly usual: string;
  readonly quit: string;
  /** Over the dialog of the system that asks for a folder. */
  readonly chooseTitle: string;
}

/** By language. */
export const MISSING_LIBRARY: Readonly<Record<Language, MissingLibraryWords>> = {
  en: {
    message: 'Your library is not where it was',
    detail: 'There is no library in %folder% now. Was its disk taken out, or its folder renamed? Nothing was changed.',
    lookAgain: 'Look again',
    choose: 'Choose its folder…',
    usual: 'Open the library in the usual place',
    quit: 'Quit',
    chooseTitle: 'Choose the folder of your library',
  },
  de: {
    message: 'Die Bibliothek ist nicht, wo sie war',
    detail:
      'In %folder% ist jetzt keine Bibliothek. Wurde der Datenträger entfernt oder der Ordner umbenannt? Nichts wurde verändert.',
    lookAgain: 'Noch einmal nachsehen',
    choose: 'Ihren Ordner auswählen …',
    usual: 'Bibliothek am üblichen Ort öffnen',
    quit: 'Beenden',
    chooseTitle: 'Ordner der Bibliothek auswählen',
  },
  ar: {
    message: 'المكتبة ليست في مكانها',
    detail: 'لا توجد مكتبة في %folder% الآن. هل أُخرج قرصها أو تغيّر اسم مجلدها؟ لم يُغيَّر شيء.',
    lookAgain: 'البحث مرة أخرى',
    choose: 'اختيار مجلدها…',
    usual: 'فتح المكتبة في المكان المعتاد',
    quit: 'إنهاء',
    chooseTitle: 'اختيار مجلد المكتبة',
  },
};
