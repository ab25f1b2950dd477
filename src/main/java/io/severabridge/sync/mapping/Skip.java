package io.severabridge.sync.mapping;

import java.util.Locale;

/** Why a record is not transferred although nothing is wrong with it. */
public enum Skip {
    EXCLUDED("excluded by its group"),
    INACTIVE("inactive, and not in Severa"),
    NO_EMAIL("has no e-mail address, which Severa needs as login"),
    ROOT_UNIT("is the root unit, which stands for the organisation"),
    NO_CODE("has no code or number in Severa"),
    NOT_WON("is neither won nor internal"),
    NO_WON_PROJECT("has no won project"),
    API_USER("is the user that the API acts as"),
    EMPTY("holds nothing that the ERP keeps"),
    NO_PROJECT("has no project"),
    NOT_APPROVED("is not approved"),
    CHANGED_MEANWHILE("was changed in the ERP while the run was writing, and is decided again by the next run"),
    NOT_FROM_SEVERA("is linked to nothing in Severa"),
    PARENT_NOT_TRANSFERRED("belongs to a record that is not transferred");

    private final String message;

    Skip(String message) {
        this.message = message;
    }

    /** As shown to people and used by filters: {@code no-email}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Completes "... is skipped:". */
    public String message() {
        return message;
    }
}
