import type { failureDetails as english } from '../en/failureDetails.ts';
import type { Translation } from '../message.ts';

/** See the English. */
export const failureDetails: Translation<typeof english> = {
  lookUpDown: 'Der Name {what} konnte nicht nachgeschlagen werden; offenbar fehlt das Netz. Der Link ist aufgehoben.',
  hostUnknown:
    'Es gibt keine Website namens {what}, oder es fehlt das Netz. Der Link ist aufgehoben; Schreibweise und Verbindung prüfen.',
  hostRefused:
    '{what} hat die Verbindung abgelehnt. Der Link ist aufgehoben; die Adresse prüfen oder es später erneut versuchen.',
  hostUnreached:
    '{what} ist von hier aus nicht zu erreichen. Der Link ist aufgehoben; die Verbindung prüfen und es erneut versuchen.',
  hostSlow:
    '{what} hat nicht rechtzeitig geantwortet. Der Link ist aufgehoben; ein neuer Versuch lohnt, wenn die Verbindung schneller ist.',
  certificateExpired:
    '{what} konnte sich nicht ausweisen: Das Zertifikat ist abgelaufen. Bitte das Datum dieses Computers prüfen.',
  certificateEarly:
    '{what} konnte sich nicht ausweisen: Das Zertifikat gilt noch nicht. Bitte das Datum dieses Computers prüfen.',
  certificateOfOther:
    '{what} konnte sich nicht ausweisen: Das Zertifikat gehört einer anderen Website. In einem Gastnetz hilft es, sich erst anzumelden.',
  certificateUnknown:
    '{what} konnte sich nicht ausweisen: Das Zertifikat hat niemand Bekanntes unterschrieben. In einem Gastnetz hilft es, sich erst anzumelden.',
  insecure: 'Zu {what} kam keine sichere Verbindung zustande; deshalb wurde nichts geladen.',
  cutShort: '{what} hat die Verbindung geschlossen, bevor alles da war. Später erneut versuchen.',
  portal:
    'Dieses Netz verlangt eine Anmeldung, bevor {what} zu erreichen ist. Nach der Anmeldung im Browser geht es von selbst weiter.',
  privateHost:
    '{what} liegt in einem privaten Netz; Layover fragt dort nur nach, wenn die Adresse selbst eingegeben wird.',
  ownNetwork:
    '{what} ist in Ihrem eigenen Netz oder dieser Computer selbst. Layover fragt dort nichts an, bevor Sie es erlaubt haben. Es wurde nichts gespeichert.',
  notThere:
    '{what} hat unter dieser Adresse nichts ({status}). Die Adresse prüfen oder bei web.archive.org nach einer Kopie sehen.',
  removed: '{what} hat das endgültig entfernt ({status}). Vielleicht gibt es bei web.archive.org eine Kopie.',
  signIn:
    '{what} gibt das nur nach einer Anmeldung heraus oder nicht an Programme ({status}). Im Browser öffnen und von dort speichern.',
  withheld: '{what} gibt das nicht heraus ({status}). Im Browser ist zu sehen, warum.',
  busy: '{what} ist überlastet. {number, plural, =0 {Später erneut versuchen.} one {Die Website bittet um # Minute Geduld.} other {Die Website bittet um # Minuten Geduld.}}',
  siteFault: '{what} hat selbst einen Fehler ({status}). Später erneut versuchen.',
  otherAnswer: '{what} hat mit {status} statt mit der Seite geantwortet. Die Adresse im Browser prüfen.',
  ledAround: 'Die Website leitet dorthin weiter, wohin Layover nicht folgen darf. Der Weg war: {what}.',
  noAddress: 'Es ist noch keine Adresse da. Bitte die Adresse einer Seite eingeben oder einfügen.',
  longAddress: 'Das ist zu lang für eine Adresse. Bitte nur die Adresse einer Seite einfügen.',
  manyLines: 'Das ist mehr als eine Zeile. Bitte nur eine Adresse auf einmal einfügen.',
  secretAddress:
    'Diese Adresse enthält einen Namen oder ein Passwort; so etwas hebt Layover nicht auf. Bitte den Teil vor dem @ entfernen.',
  fileAddress: 'Das ist eine Datei auf diesem Computer. Sie lässt sich als Datei hinzufügen oder hier ablegen.',
  otherScheme:
    'Eine Adresse mit „{what}:“ ist keine Seite. Gebraucht wird eine, die mit https:// oder http:// beginnt.',
  notAddress:
    '„{what}“ ist keine Webadresse. Gebraucht wird eine wie https://example.org/page; Text lässt sich als Text einfügen.',
  largeFile:
    '„{what}“ ist größer als die erlaubten {number, number} MB. Es wurde nichts gespeichert; die Datei ist unverändert.',
  unreadFile:
    '„{what}“ konnte nicht gelesen werden. Es wurde nichts gespeichert. Ist die Datei da, und darf sie gelesen werden?',
  emptyFile: '„{what}“ ist leer. Es wurde nichts gespeichert. Wurde die Datei vollständig gesichert?',
  otherFile: '„{what}“ ist keine Art von Datei, die Layover liest. Als HTML, EPUB, PDF oder reiner Text geht es.',
  slowFile:
    '„{what}“ war nicht innerhalb von {number, plural, one {# Sekunde} other {# Sekunden}} zu zerlegen. Die Datei ist unverändert; ein neuer Versuch lohnt, wenn der Computer weniger zu tun hat.',
  lockedFile:
    'Diese Datei ist mit einem Passwort verschlossen. Es wurde nichts gespeichert. Eine Kopie ohne Passwort lässt sich hinzufügen.',
  brokenFile:
    'Diese Datei ist abgeschnitten oder beschädigt. Es wurde nichts gespeichert. Bitte die Datei neu beschaffen und noch einmal hinzufügen.',
  mostHighlights:
    'Ein Artikel kann {number, plural, one {# Hervorhebung} other {# Hervorhebungen}} haben. Es wurde nichts hinzugefügt; erst einige entfernen.',
  mostTags:
    'Dieser Artikel hat {number, plural, one {# Schlagwort} other {# Schlagwörter}}, mehr geht nicht. Er blieb, wie er war.',
  mostDictionaries:
    'Es gibt schon {number, plural, one {# Wörterbuch} other {# Wörterbücher}}. Erst eines entfernen, dann dieses noch einmal hinzufügen.',
  roomToMake:
    'Die Festplatte ist voll; Gespeichertes ist sicher. Papierkorb und zu Ende Gelesenes belegen {number, number} MB, die sich freigeben lassen.',
  otherMachine:
    'Diese Bibliothek wurde zuletzt auf {what} geöffnet und dort nicht geschlossen, soweit sich das hier sagen lässt. Es wurde nichts geändert. Dort schließen und warten, bis der Ordner abgeglichen ist, oder sie trotzdem hier benutzen.',
  updateOnTrip:
    'Eine Reise ist im Gang oder wird gepackt: Layover bleibt bis zur Landung, wie es ist. Es wurde nichts geändert.',
  meteredUpdate: 'Dieses Netz zählt das Datenvolumen, deshalb wurde nichts geladen. Später laden oder trotzdem.',
  readOnlyDisk:
    'Der Datenträger dieser Bibliothek lässt sich nur lesen, deshalb wurde nichts geändert. Es geht, sobald er beschreibbar ist oder die Bibliothek auf einem anderen liegt.',
  copyOfSignIn:
    'Gespeichert wurde die Seite, auf der die Website nach einer Anmeldung fragt. Die Seite lässt sich in einem Fenster öffnen und nach dem Anmelden von dort speichern.',
  damagedPart: 'Seine Datei {what} fehlt oder ist beschädigt. Noch einmal gespeichert, ist der Artikel wieder ganz.',
  pageLacking:
    'Es fehlen Seiten, ab Seite {number, number}. Noch einmal gespeichert, fehlen sie vielleicht nicht mehr.',
  shortenedText: 'Sein Text ist kürzer als beim Speichern. Noch einmal gespeichert, ist der Artikel wieder ganz.',
  emptyArticle: 'Er enthält weder Text noch Bild.',
  wordsLost:
    '{number, plural, =0 {Keines seiner Wörter ist zu sehen.} one {Nur # seiner Wörter ist zu sehen.} other {Nur # seiner Wörter sind zu sehen.}} Noch einmal gespeichert, ist der Artikel wieder ganz.',
  fontLost: 'Eine Schrift konnte nicht geladen werden ({what}). Wird Layover neu installiert, ist sie wieder da.',
  glyphsLost:
    'Keine Schrift auf diesem Rechner hat {what}. Erst eine für diese Schriftzeichen installieren, dann noch einmal prüfen.',
  posterLost: 'Das Bild eines Films darin ist nicht zu sehen.',
  foreignPart: 'Er verlangt etwas, das nicht in der Bibliothek ist.',
  notOpened: 'Der Artikel konnte nicht geöffnet werden. Noch einmal gespeichert, ist er wieder ganz.',
  slowArticle:
    'Der Artikel kam beim Öffnen nicht innerhalb von {number, plural, one {# Sekunde} other {# Sekunden}} zur Ruhe.',
  failedArticle: 'Das Fenster, in dem der Artikel zur Prüfung geöffnet wurde, ist an ihm gescheitert.',
};
