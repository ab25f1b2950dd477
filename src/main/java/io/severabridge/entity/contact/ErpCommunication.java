package io.severabridge.entity.contact;

/**
 * A row of {@code contact/communications.sql}: one of the four columns of a contact.
 *
 * @param id the position: four a contact
 * @param kind as Severa calls it: EmailAddress, MobilePhone, Phone or Fax
 */
record ErpCommunication(long id, long contact, String name, String kind, String value) {
    String key() {
        return contact + "/" + kind;
    }

    String contactKey() {
        return String.valueOf(contact);
    }

    String label() {
        return kind + " of contact " + contact + " " + name;
    }
}
