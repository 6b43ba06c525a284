import type { AccessWords } from '../access-words.ts';

const words: AccessWords = {
  entering: `asks prompts prompted locked_out lets unlocks takes_you past_the get_past 
    log_in log_on log_into log_onto logs_in logged_in logged_on logging_in login logins logon sign_in sign_on sign_into signed_in
    signing_in signin get_in gets_in get_into gets_into gets_you gets_me got_in let_in lets_you lets_me lets_in let_me let_you unlock*
    unzip* unpack* decrypt* opens open opened accessing authenticat* connect connects connecting credential* creds enter_it remote_in
  `,
  using: `go_with go_for gave set_up punch stick 
    try tried use uses used type types typed enter entered answer takes accepts accept wants expects put input say says key_in paste
    punch reset_to changed_to set_to set_it need needs is_now it's_now now_it's its_now become became goes_by answers_to
  `,
  linking: `so meaning namely i.e word with using is was it's its now to as by via are were than instead_of not until or then and`,
  place: `chromebook* thermostat* heating inverter* ups plc hmi scada doorbell* tracker bank banking pension insurance accounting quickbooks xero salesforce hubspot mailchimp cpanel plesk domain dns website* intranet wiki helpdesk ticketing repo cluster node pi raspberry plotter franking booking_system netflix spotify zoom slack trello notion canva figma ebay amazon paypal booking.com airbnb projector* tv signage scanner* badge* card* kiosk library paywall subscription* membership* pdf* sheet drive spare 
    account accounts mailbox* inbox vpn server* router* switch switches firewall* host hosts wifi wi-fi wlan network networks nas portal*
    website* site webmail intranet* extranet* sandbox* tenant* laptop* pc pcs computer* desktop* tablet* ipad* printer* copier* scanner*
    camera* nvr dvr cctv till tills pos terminal* database* db archive* zip pdf spreadsheet share cloud crm erp sap app apps admin*
    root console* panel* dashboard* hosting ftp sftp ssh rdp citrix teamviewer anydesk keepass vault* bitlocker system systems staging
    prod uat cms wordpress webshop shop backend session* profile username* user users workstation* ldap sql registrar* wallet*
    instagram facebook linkedin twitter dropbox icloud netflix gmail outlook sharepoint jira confluence gitlab github jenkins
    break-glass identity timesheet* payroll kiosk* appliance* box gateway* hotspot* hypervisor* ilo idrac bios
  `,
  lock: `briefcase suitcase turnstile postbox mailbox_key bike bicycle cashbox bollard lift elevator stockroom storeroom cellar garden front_door 
    alarm* safe safes gate gates door doors lock locks padlock* lockbox* keypad* keysafe* key-safe garage* barrier* shutter* cabinet*
    locker* intercom* burglar* sim voicemail* unlock* strongbox* handset* keybox* entryphone* stairwell* shed shredder* cage cupboard*
  `,
  keying: `
    opens open unlock* type enter key_in punch press pressing dial dials code codes combination* combo pin digits disarm* tap keypad*
    arm arms
  `,
  reference: `
    invoice* order orders ticket* case cases ref reference* tracking serial* model* version* release* build builds branch* commit*
    checksum* sha* md5 article* item items sku product* project* booking* reservation* flight* train room* floor* form template* folder*
    contract* asset* hashtag* voucher* promo* coupon* discount* registration* iban vat error* postcode postal* tel phone mobile ext
    extension* fax page* section* chapter* policy policies firmware rack* patch kb cve group groups ou request requests change job* cost* customer*
    number*  no. nr nr. id ids called zip_code area_code participation seat file files attachment* document* screenshot* spray
    plate* standard licence license edition campaign bus hotel part_number client_no code_name copyright follow parcel employee_no
  `,
  spelling: `surname lastname last_name first_name initials birthday birth_year nickname plus backwards maiden pet dog cat kids year postcode_of 
    capital* uppercase lowercase lower-case upper-case caps case-sensitive zero zeros zeroes hyphen* dash dashes underscore* dot dots
    spaces exclamation symbol symbols letters quotes comma brackets spelled spelt letter_o no_space one_word
  `,
  changing: `set gave given made reset resets changed rotate* expire* old default factory temporary until initial again still previous* temp bounce* locked`,
  secrecy: `delete shred burn don't_share dont_share confidential* secret secrets keep_it don't_forward eat_this destroy`,
};

export default words;
