package io.severabridge.entity.user;

/**
 * A row of {@code user/rows.sql}.
 *
 * @param superior associate number; 0 for none
 * @param unit number of the department; empty or 0 for none
 */
record ErpUser(
        long id,
        int number,
        String name,
        String title,
        String line1,
        String line2,
        String line3,
        String line4,
        String postCode,
        String city,
        int country,
        int language,
        String unit,
        String phone,
        String email,
        long superior,
        String guid,
        int inactiveGroup,
        int excludeGroup) {
    String key() {
        return String.valueOf(id);
    }

    boolean hasAddress() {
        return !(line1 + line2 + line3 + line4 + postCode + city).isBlank();
    }

    String label() {
        return "employee " + number + " " + name;
    }
}
