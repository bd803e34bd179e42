// What is said when Layover cannot start, in every language of the interface: then there is no window that could tell its words. Read only then.
import type { Language } from '#contract/language.ts';

/** Words of the box. */
export interface RefusalWords {
  readonly title: string;
  /** For all that nothing more is known of. */
  readonly other: string;
  /** `%folder%` stands for where a Layover that is carried along was to keep everything. */
  readonly unwritable: string;
  /** `null` in English, in which a failure brings its own words along. */
  readonly reasons: Readonly<Record<RefusalReason, string>> | null;
}

/** What a start can meet. In `elsewhereNamed`, `%name%` stands for the other computer. */
export type RefusalReason =
  | 'inUse'
  | 'elsewhere'
  | 'elsewhereNamed'
  | 'newer'
  | 'full'
  | 'readOnly'
  | 'forbidden'
  | 'gone'
  | 'disk';

/** By language. */
export const REFUSALS: Readonly<Record<Language, RefusalWords>> = {
  en: {
    title: 'Layover could not open your library',
    other: 'Layover could not start. Nothing in your library was changed.',
    unwritable:
      'Layover was to keep everything beside its program, in %folder%, but cannot write there. Nothing was changed. Move Layover to where you may write, or start it without --portable.',
    reasons: null,
  },
  de: {
    title: 'Layover konnte die Bibliothek nicht öffnen',
    other: 'Layover konnte nicht starten. In der Bibliothek wurde nichts geändert.',
    unwritable:
      'Layover sollte alles neben seinem Programm aufbewahren, in %folder%, kann dort aber nicht schreiben. Es wurde nichts geändert. Verschieben Sie Layover an einen Ort, an dem Sie schreiben dürfen, oder starten Sie es ohne --portable.',
    reasons: {
      inUse:
        'Die Bibliothek ist schon in einem anderen Layover geöffnet. Es wurde nichts geändert. Benutzen Sie jenes, oder schließen Sie es und starten Sie dieses noch einmal.',
      elsewhere:
        'Die Bibliothek wurde zuletzt auf einem anderen Computer geöffnet und dort nicht geschlossen, soweit sich das hier sagen lässt. Es wurde nichts geändert. Schließen Sie sie dort, und warten Sie, bis der Ordner abgeglichen ist.',
      elsewhereNamed:
        'Die Bibliothek wurde zuletzt auf dem Computer „%name%“ geöffnet und dort nicht geschlossen, soweit sich das hier sagen lässt. Es wurde nichts geändert. Schließen Sie sie dort, und warten Sie, bis der Ordner abgeglichen ist.',
      newer:
        'Die Bibliothek stammt aus einer neueren Version von Layover. Es wurde nichts geändert. Öffnen Sie sie mit jener Version.',
      full: 'Der Datenträger ist voll. Alles bisher Gespeicherte ist sicher. Schaffen Sie Platz, und starten Sie Layover noch einmal.',
      readOnly:
        'Der Datenträger lässt sich nur lesen. Alles bisher Gespeicherte ist sicher. Machen Sie ihn beschreibbar, oder wählen Sie einen anderen Ordner für die Bibliothek.',
      forbidden:
        'Layover darf den Ordner der Bibliothek nicht benutzen, oder ein anderes Programm hält ihn fest. Alles bisher Gespeicherte ist sicher. Prüfen Sie die Rechte des Ordners, und starten Sie Layover noch einmal.',
      gone: 'Der Ordner der Bibliothek oder eine Datei darin ist nicht mehr da. Wurde sie verschoben oder der Datenträger entfernt? Bringen Sie sie zurück, und starten Sie Layover noch einmal.',
      disk: 'Der Datenträger hat einen Fehler gemeldet. Bisher Gespeichertes wurde nicht verändert. Prüfen Sie den Datenträger, und starten Sie Layover noch einmal.',
    },
  },
  ar: {
    title: 'تعذّر على Layover فتح مكتبتك',
    other: 'تعذّر بدء Layover. لم يتغير شيء في مكتبتك.',
    unwritable:
      'كان على Layover أن يحتفظ بكل شيء بجانب برنامجه، في \u2066%folder%\u2069، لكنه لا يستطيع الكتابة هناك. لم يتغير شيء. انقل Layover إلى مكان تستطيع الكتابة فيه، أو ابدأه من دون ‎--portable.',
    reasons: {
      inUse: 'هذه المكتبة مفتوحة من قبل في Layover آخر. لم يتغير شيء. استعمل ذاك، أو أغلقه ثم ابدأ هذا من جديد.',
      elsewhere:
        'فُتحت هذه المكتبة آخر مرة على حاسوب آخر ولم تُغلق هناك، بقدر ما يُعرف هنا. لم يتغير شيء. أغلقها هناك وانتظر حتى يتطابق المجلدان.',
      elsewhereNamed:
        'فُتحت هذه المكتبة آخر مرة على الحاسوب «\u2068%name%\u2069» ولم تُغلق هناك، بقدر ما يُعرف هنا. لم يتغير شيء. أغلقها هناك وانتظر حتى يتطابق المجلدان.',
      newer: 'أنشأ هذه المكتبةَ إصدار أحدث من Layover. لم يتغير شيء. افتحها بذلك الإصدار.',
      full: 'القرص ممتلئ. كل ما حُفظ من قبل سليم. أفسح مكانًا ثم ابدأ Layover من جديد.',
      readOnly:
        'لا يمكن إلا القراءة من هذا القرص. كل ما حُفظ من قبل سليم. اجعل الكتابة عليه ممكنة، أو اختر للمكتبة مجلدًا آخر.',
      forbidden:
        'لا يُسمح لـ Layover باستعمال مجلد المكتبة، أو أن برنامجًا آخر يمسك به. كل ما حُفظ من قبل سليم. تحقّق من أذونات المجلد ثم ابدأ Layover من جديد.',
      gone: 'لم يعد مجلد المكتبة أو ملف منها في مكانه. هل نُقل أو أُخرج قرصه؟ أعده إلى مكانه ثم ابدأ Layover من جديد.',
      disk: 'أبلغ القرص عن خطأ. ما حُفظ من قبل لم يتغير. تحقّق من القرص ثم ابدأ Layover من جديد.',
    },
  },
};
