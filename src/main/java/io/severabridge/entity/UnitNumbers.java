package io.severabridge.entity;

import io.severabridge.erp.ColumnRejects;
import io.severabridge.failure.Rejected;
import io.severabridge.sync.mapping.ErpValues;

/** Numbers of rows of organisational units, which are whole numbers or texts. */
public final class UnitNumbers {
    private UnitNumbers() {}

    /** An organisational unit as its column takes it: units 1 to 6 are numbers, 7 to 12 texts. */
    public static ErpValues unit(ErpValues values, String parameter, String number, int unit) {
        return isText(unit)
                ? values.with(parameter, number.equals("0") ? "" : number)
                : values.with(parameter, number.isEmpty() ? 0 : Long.parseLong(number));
    }

    /** Whether the numbers of an organisational unit are texts (schema reference, organisational units 7 to 12). */
    public static boolean isText(int unit) {
        return unit > 6;
    }

    /**
     * The number of a new row of an organisational unit.
     *
     * @throws Rejected if it does not fit
     */
    public static ErpValues unitNumber(ErpValues values, String code, int unit) {
        boolean fits = isText(unit) ? code.length() <= 10 : code.matches("[1-9]\\d{0,8}");
        if (!fits) {
            throw new Rejected(
                    ColumnRejects.NUMBER_DOES_NOT_FIT,
                    "code",
                    code,
                    "organisational unit " + unit + " takes "
                            + (isText(unit) ? "at most 10 characters" : "whole numbers of at most 9 digits"));
        }
        return unit(values, "number", code, unit);
    }
}
