package io.severabridge.entity.contact;

/** A row of {@code contact/rows.sql}. {@code customer} is an associate number, {@code inactive} 0 or 1. */
record ErpContact(long id, long customer, String name, String title, int language, int inactive, String guid) {
    String key() {
        return String.valueOf(id);
    }

    String label() {
        return "contact " + id + " " + name;
    }
}
