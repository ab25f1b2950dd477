package io.severabridge.entity.businessunit;

import io.severabridge.entity.Codes;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.RootUnit;
import io.severabridge.entity.SharedRejects;
import io.severabridge.entity.UnitNumbers;
import io.severabridge.failure.Rejected;
import io.severabridge.sync.mapping.ErpValues;
import io.severabridge.sync.mapping.MappingContext;
import io.severabridge.sync.mapping.Reference;
import io.severabridge.sync.record.TextNormalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mapping page, Department/Business unit. */
final class BusinessUnitMapping {
    private static final String ROWS = "business-unit/rows";

    private BusinessUnitMapping() {}

    static BusinessUnit fromErp(ErpBusinessUnit row, MappingContext context) {
        String number = TextNormalizer.line(row.number());
        if (number.isEmpty()) {
            throw new Rejected(
                    SharedRejects.CODE_MISSING, context.column(ROWS, "number"), row.number(), "the number is empty");
        }
        String name = TextNormalizer.line(row.name());
        if (name.isEmpty()) {
            throw new Rejected(
                    SharedRejects.NAME_MISSING, context.column(ROWS, "name"), row.name(), "the name is empty");
        }
        warnOfCurrency(row, context);
        return new BusinessUnit(number, name, parent(row, context));
    }

    /** A unit without parent, or whose parent is not transferred, goes below the root. */
    private static @Nullable String parent(ErpBusinessUnit row, MappingContext context) {
        if (!context.company().businessUnits().organizationalHierarchy()) {
            return null;
        }
        String parent = TextNormalizer.number(row.parent());
        if (parent == null) {
            return RootUnit.of(context);
        }
        Reference reference = context.byKey(Entities.BUSINESS_UNIT, row.parent());
        if (reference instanceof Reference.NotTransferred) {
            context.warn(
                    "parent-not-transferred",
                    "goes below the root unit: unit " + row.parent() + " above it is not transferred");
            return RootUnit.of(context);
        }
        return context.required(
                reference,
                "Main unit",
                row.parent(),
                SharedRejects.UNKNOWN_DEPARTMENT,
                SharedRejects.UNKNOWN_DEPARTMENT);
    }

    /** The API gives every unit the currency of its company: it cannot be sent. */
    private static void warnOfCurrency(ErpBusinessUnit row, MappingContext context) {
        String home = context.company().erp().homeCurrency();
        String own = Codes.currency(row.currency(), context.column(ROWS, "currency"), context);
        if (!own.equals(home)) {
            context.warn(
                    "currency-not-sent", "has currency " + own + ", in Severa it has that of its company, " + home);
        }
    }

    static BusinessUnit fromSevera(SeveraBusinessUnit unit, MappingContext context) {
        boolean hierarchy = context.company().businessUnits().organizationalHierarchy();
        return new BusinessUnit(
                TextNormalizer.line(unit.code()),
                TextNormalizer.line(unit.name()),
                hierarchy ? unit.parentGuid() : null);
    }

    static SeveraBusinessUnit toSevera(BusinessUnit unit, String parent, MappingContext context) {
        return new SeveraBusinessUnit(null, unit.code(), unit.name(), unit.parent(), null, null, null);
    }

    static ErpValues toErp(BusinessUnit unit, @Nullable ErpBusinessUnit now, MappingContext context) {
        int table = context.company().businessUnits().unit();
        ErpValues values = new ErpValues().with("name", NormalForms.name(unit.name()));
        UnitNumbers.unit(values, "parent", parentNumber(unit, now, context), table);
        return now == null ? UnitNumbers.unitNumber(values, unit.code(), table) : values;
    }

    /** The root unit has no counterpart: what is below it has no parent. */
    private static String parentNumber(BusinessUnit unit, @Nullable ErpBusinessUnit now, MappingContext context) {
        if (unit.parent() == null || unit.parent().equals(RootUnit.of(context))) {
            return now == null || context.company().businessUnits().organizationalHierarchy() ? "0" : now.parent();
        }
        return context.erpReference(
                "parent",
                unit.parent(),
                context.erpKey(Entities.BUSINESS_UNIT, unit.parent()),
                now == null ? null : now.parent(),
                "0");
    }

    /** The currency, which Severa gives by the unit's company. */
    static Map<String, Object> onErpCreate(SeveraBusinessUnit unit, String parentKey, MappingContext context) {
        String iso = context.codes().severa().currencies().code(unit.companyCurrencyGuid());
        return Map.of("currency", (long) Codes.currencyNumber(iso, 0, context));
    }
}
