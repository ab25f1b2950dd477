package io.severabridge.entity.businessunit;

import io.severabridge.entity.Codes;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.RootUnit;
import io.severabridge.entity.SharedRejects;
import io.severabridge.entity.UnitNumbers;
import io.severabridge.failure.Rejected;
import io.severabridge.transfer.ErpValues;
import io.severabridge.transfer.MappingContext;
import io.severabridge.transfer.Reference;
import io.severabridge.transfer.Texts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mapping page, Department/Business unit. */
final class BusinessUnitMapping {
    private static final String ROWS = "business-unit/rows";

    private BusinessUnitMapping() {}

    static BusinessUnit fromErp(ErpBusinessUnit row, MappingContext facts) {
        String number = Texts.line(row.number());
        if (number.isEmpty()) {
            throw new Rejected(
                    SharedRejects.CODE_MISSING, facts.column(ROWS, "number"), row.number(), "the number is empty");
        }
        String name = Texts.line(row.name());
        if (name.isEmpty()) {
            throw new Rejected(SharedRejects.NAME_MISSING, facts.column(ROWS, "name"), row.name(), "the name is empty");
        }
        warnOfCurrency(row, facts);
        return new BusinessUnit(number, name, parent(row, facts));
    }

    /** A unit without parent, or whose parent is not transferred, goes below the root. */
    private static @Nullable String parent(ErpBusinessUnit row, MappingContext facts) {
        if (!facts.company().businessUnits().organizationalHierarchy()) {
            return null;
        }
        String parent = Texts.number(row.parent());
        if (parent == null) {
            return RootUnit.of(facts);
        }
        Reference reference = facts.byKey(Entities.BUSINESS_UNIT, row.parent());
        if (reference instanceof Reference.NotTransferred) {
            facts.warn(
                    "parent-not-transferred",
                    "goes below the root unit: unit " + row.parent() + " above it is not transferred");
            return RootUnit.of(facts);
        }
        return facts.required(
                reference,
                "Main unit",
                row.parent(),
                SharedRejects.UNKNOWN_DEPARTMENT,
                SharedRejects.UNKNOWN_DEPARTMENT);
    }

    /** The API gives every unit the currency of its company: it cannot be sent. */
    private static void warnOfCurrency(ErpBusinessUnit row, MappingContext facts) {
        String home = facts.company().erp().homeCurrency();
        String own = Codes.currency(row.currency(), facts.column(ROWS, "currency"), facts);
        if (!own.equals(home)) {
            facts.warn("currency-not-sent", "has currency " + own + ", in Severa it has that of its company, " + home);
        }
    }

    static BusinessUnit fromSevera(SeveraBusinessUnit unit, MappingContext facts) {
        boolean hierarchy = facts.company().businessUnits().organizationalHierarchy();
        return new BusinessUnit(Texts.line(unit.code()), Texts.line(unit.name()), hierarchy ? unit.parentGuid() : null);
    }

    static SeveraBusinessUnit toSevera(BusinessUnit unit, String parent, MappingContext facts) {
        return new SeveraBusinessUnit(null, unit.code(), unit.name(), unit.parent(), null, null, null);
    }

    static ErpValues toErp(BusinessUnit unit, @Nullable ErpBusinessUnit now, MappingContext facts) {
        int table = facts.company().businessUnits().unit();
        ErpValues values = new ErpValues().with("name", NormalForms.name(unit.name()));
        UnitNumbers.unit(values, "parent", parentNumber(unit, now, facts), table);
        return now == null ? UnitNumbers.unitNumber(values, unit.code(), table) : values;
    }

    /** The root unit has no counterpart: what is below it has no parent. */
    private static String parentNumber(BusinessUnit unit, @Nullable ErpBusinessUnit now, MappingContext facts) {
        if (unit.parent() == null || unit.parent().equals(RootUnit.of(facts))) {
            return now == null || facts.company().businessUnits().organizationalHierarchy() ? "0" : now.parent();
        }
        return facts.erpReference(
                "parent",
                unit.parent(),
                facts.erpKey(Entities.BUSINESS_UNIT, unit.parent()),
                now == null ? null : now.parent(),
                "0");
    }

    /** The currency, which Severa gives by the unit's company. */
    static Map<String, Object> onErpCreate(SeveraBusinessUnit unit, String parentKey, MappingContext facts) {
        String iso = facts.codes().severa().currencies().code(unit.companyCurrencyGuid());
        return Map.of("currency", (long) Codes.currencyNumber(iso, 0, facts));
    }
}
