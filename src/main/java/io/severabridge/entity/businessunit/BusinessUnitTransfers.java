package io.severabridge.entity.businessunit;

import io.severabridge.entity.Entities;
import io.severabridge.entity.Groups;
import io.severabridge.entity.Resources;
import io.severabridge.entity.UnitNumbers;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.store.staging.Keys;
import io.severabridge.transfer.Direction;
import io.severabridge.transfer.ErpTable;
import io.severabridge.transfer.Mapping;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Resource;
import io.severabridge.transfer.Source;
import io.severabridge.transfer.Texts;
import io.severabridge.transfer.Transfer;
import java.util.List;

/** Departments and business units. */
public final class BusinessUnitTransfers {
    private static final String PATH = "/v1/businessunits";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.OFFSET);

    /** The root unit is no counterpart of any department: it has no keys. */
    private static final Resource<SeveraBusinessUnit> UNITS = new Resource<>(
                    Resources.BUSINESS_UNITS,
                    SeveraBusinessUnit.class,
                    LIST,
                    SeveraBusinessUnit::guid,
                    unit -> unit.parentGuid() == null
                            ? Keys.NONE
                            : new Keys(Texts.orNull(unit.code()), null, Texts.folded(unit.name())),
                    SeveraBusinessUnit::createdDateTime)
            .below(SeveraBusinessUnit::parentGuid);

    private BusinessUnitTransfers() {}

    public static Transfer toSevera() {
        return new Transfer(
                Entities.BUSINESS_UNIT, Direction.TO_SEVERA, "Departments of the ERP become business units.", unit());
    }

    public static Transfer toErp() {
        return new Transfer(
                Entities.BUSINESS_UNIT, Direction.TO_ERP, "Business units with a code become departments.", unit());
    }

    private static Part<ErpBusinessUnit, SeveraBusinessUnit, BusinessUnit> unit() {
        return new Part<>(
                        Entities.BUSINESS_UNIT,
                        UNITS,
                        Source.of(
                                "business-unit/rows",
                                ErpBusinessUnit.class,
                                ErpBusinessUnit::number,
                                row -> "department " + row.number() + " " + row.name()),
                        new Mapping<>(
                                BusinessUnit.class,
                                BusinessUnitMapping::fromErp,
                                BusinessUnitMapping::fromSevera,
                                BusinessUnitMapping::toSevera,
                                BusinessUnitMapping::toErp))
                .textKey(company -> UnitNumbers.isText(company.businessUnits().unit()))
                .master(company -> company.masters().businessUnits())
                .matchedBy((row, facts) -> new Keys(Texts.orNull(row.number()), null, Texts.folded(row.name())))
                .guidIn(ErpBusinessUnit::guid, "business-unit/guid")
                .identifiedBy(unit -> List.of(unit.name()))
                .excluded((row, company) -> Groups.in(company.businessUnits().exclude(), row.excludeGroup()))
                .below(row -> Texts.number(row.parent()) == null ? null : row.parent())
                .topDown()
                .createdAt(PATH)
                .deletedWith("settings:delete")
                .alsoCalled("department", "unit")
                .updatedAt(unit -> PATH + "/" + unit.guid())
                .lookedUpIn((unit, parent) -> LIST.with("code", unit.code()))
                .writtenTo(ErpTable.of("business-unit/update", "business-unit/insert", ErpBusinessUnit::number))
                .usedInSevera(ListRequest.of("/v1/projects", Paging.TOKEN), "businessUnit")
                .usedInSevera(ListRequest.of("/v1/users", Paging.TOKEN), "businessUnit")
                .notInErp(BusinessUnitMapping::notInErp)
                .onErpCreate(BusinessUnitMapping::onErpCreate)
                .calledInSevera(unit -> "business unit " + unit.code() + " " + unit.name());
    }
}
