// What is said of a library that is not there, in every language of the interface: then there is no window that could tell its words.
import type { Language } from '#contract/language.ts';

/** What is said; in `detail`, `%folder%` stands for where the library was, or for what says where it is. */
interface Told {
  readonly message: string;
  readonly detail: string;
}

/** Words of the dialog. */
export interface MissingLibraryWords extends Told {
  /** When nobody knows any more where it lies. */
  readonly unknown: Told;
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
    unknown: {
      message: 'It is no longer known where your library lies',
      detail:
        'What was written down of it in %folder% cannot be read. Nothing was changed. Choose the folder of your library; if you never moved it, it is in the usual place.',
    },
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
    unknown: {
      message: 'Wo die Bibliothek liegt, ist nicht mehr bekannt',
      detail:
        'Was darüber in %folder% steht, ist nicht lesbar. Nichts wurde verändert. Bitte den Ordner der Bibliothek auswählen; wurde sie nie verschoben, liegt sie am üblichen Ort.',
    },
    lookAgain: 'Noch einmal nachsehen',
    choose: 'Ihren Ordner auswählen …',
    usual: 'Bibliothek am üblichen Ort öffnen',
    quit: 'Beenden',
    chooseTitle: 'Ordner der Bibliothek auswählen',
  },
  ar: {
    message: 'المكتبة ليست في مكانها',
    detail: 'لا توجد مكتبة في %folder% الآن. هل أُخرج قرصها أو تغيّر اسم مجلدها؟ لم يُغيَّر شيء.',
    unknown: {
      message: 'لم يعد معروفًا أين تقع المكتبة',
      detail:
        'تعذّرت قراءة ما كُتب عن مكانها في %folder%. لم يُغيَّر شيء. اختر مجلد مكتبتك؛ وإن لم تُنقل من قبل فهي في المكان المعتاد.',
    },
    lookAgain: 'البحث مرة أخرى',
    choose: 'اختيار مجلدها…',
    usual: 'فتح المكتبة في المكان المعتاد',
    quit: 'إنهاء',
    chooseTitle: 'اختيار مجلد المكتبة',
  },
};
