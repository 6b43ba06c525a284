import type { AccessWords } from '../access-words.ts';

const words: AccessWords = {
  entering: `fragt verlangt abgefragt rein_kommst 
    anmeld* anzumelden angemeldet einlogg* eingeloggt einzuloggen log dich_an meldest melde dich_ein logg* reinkomm* komm kommst kommt
    rein reinzukommen entpack* entzipp* entsperr* aufsperr* öffnet öffnest öffnen aufmach* aufgeht entschlüssel* zugang zugänge
    zugangsdaten zugreif* login verbind* freischalt* freigeschaltet einwähl* zutritt einsteig* lässt_dich lässt_mich
  `,
  using: `hört_auf geht_mit läuft_mit passt akzeptiert genügt reicht hilft stimmt 
    nimm nehmt nehmen versuch versuche versucht versuchs probier probiere probiert tippe tipp tippst tippt eingeben gib gebt eingib
    nutze nutzt benutze verwende schreib schreibst antworte nennst sagst geändert_auf gesetzt_auf zurückgesetzt_auf lautet heißt heisst
    mal_mit es_mit dich_mit sich_mit braucht brauchst verlangt will nimmt akzeptiert frisst versuchen_sie geben_sie jetzt_aber
  `,
  linking: `sprich nämlich heißt wort mit ist war als und jetzt nun auf von statt per über dann oder durch nicht sondern also neu alt seit bis neu: alt: wieder mal`,
  place: `thermostat* heizung* wechselrichter usv sps leitstand bank* rente versicherung* buchhaltung* lohn* wiki ticketsystem *panel domain domäne repo cluster webseite* *maschine stempeluhr* fax* faxserver* telefon tk-anlage babyphone saugroboter beamer *bildschirm fernseher *tafel bibliothek* abo steuer* stick usb-stick 
    *konto *konten *postfach mailbox* vpn *server *router *switch firewall* *rechner *pc wlan w-lan wifi *netz netzwerk* nas *portal
    *webseite homepage *shop backend* intranet* extranet* laptop* notebook* *tablet ipad* *drucker plotter* *scanner kamera* *kamera *kameras *kasse
    kassen* *terminal *datenbank *archiv zip pdf *datei *cloud crm erp sap *app admin* root konsole* hosting ftp sftp ssh rdp citrix
    teamviewer anydesk keepass *tresor bitlocker *system *systeme benutzer* *dienst nutzer* kennung* account* *zugang *login telefonanlage
    warenwirtschaft* gast gäste-wlan lernplattform* session sitzung datev elster zeiterfassung* onlinebanking steuerung sps verteiler*
    instagram facebook dropbox icloud gmail outlook sharepoint jira gitlab github hotspot* ordner freigabe laufwerk *anlage *software
  `,
  lock: `schließfach* koffer zahlenschloss drehkreuz poller rolltor aufzug lagerraum serverraum eingang* haupteingang pforte fahrradschloss *türcode *torcode haustürcode *schrankcode 
    *safe *tresor *tür *türe *türen *tor alarm* *schloss *schlösser schlüsselkasten schlüsseltresor schlüsselbox *schrank *spind garage*
    schranke* haustür* keypad tastenfeld zahlenschloss* sim* *karte anrufbeantworter* mailbox voicemail handy diensthandy* tastatur*
    gegensprechanlage kasse *schuppen *keller briefkasten* fahrradkeller* kasten
  `,
  keying: `kombi zahlenkombi zahlenfolge haustürcode türcode torcode alarmcode safecode tresorcode schrankcode zahlencode hört_auf 
    öffnet öffnen geht_auf auf aufgeht entsperr* tippt tippe tippst tippen eingeben gib drücke drückst drücken wähle wählt wählen code
    codes kombination* zahlenkombination* pin ziffern scharf unscharf entschärf* nummer_lautet taste raute stern
  `,
  reference: `
    *rechnung re *rechnungsnummer *auftrag *bestellung bestellnr* ticket* vorgang* fall az aktenzeichen *nummer nummern *nr *nr. referenz*
    sendung* serien* modell* typ version* release* build branch commit* prüfsumme* md5 sha* artikel* position *projekt* buchung* flug*
    zug ice ic bus raum zimmer *stock formular* *vorlage* vertrag* hashtag* gutschein* rabatt* aktion* kennzeichen iban bic ust-id ust-idnr fehler*
    plz postleitzahl* tel tel. telefon* durchwahl* fax handynummer* seite* § absatz paragraf* kapitel richtlinie* firmware* patch
    kb cve gruppe* change *kosten* kunden* *kennziffer kennzahl* anlage anlagen anhang anhänge dokument* bildschirmfoto* heißt_die
    norm din iso höhe breite länge ersatzteil* verwendungszweck* kostenstelle* baujahr zähler* hrb angebot* kürzel hotel erreichbar
  `,
  spelling: `nachname* vorname* initialen geburtstag* geburtsjahr* jahr jahreszahl spitzname* plus rückwärts mädchenname* hund* katze* kind* hausnummer 
    großgeschrieben kleingeschrieben groß_geschrieben klein_geschrieben großes kleines großem kleinem großbuchstabe* kleinbuchstabe*
    groß klein null nullen bindestrich* unterstrich* punkt leerzeichen ausrufezeichen sonderzeichen buchstabe* anführungszeichen
    zusammengeschrieben zusammen klammer* umlaut* raute minuszeichen groß- kleinschreibung
  `,
  changing: `gesetzt vergeben zurückgesetzt* geändert* ändern umgestellt* abgelaufen alte altes neues neue bisher vorher früher seit bis werkseinstellung* werkseitig* vorläufig* standard gesperrt`,
  secrecy: `lösch* vernicht* geheim* vertraulich* weitergeb* weiterleit* schredder* nicht_weiter`,
};

export default words;
