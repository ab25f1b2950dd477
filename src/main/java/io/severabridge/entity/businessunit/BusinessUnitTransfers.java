package io.severabridge.entity.businessunit;

import io.severabridge.entity.Entities;
import io.severabridge.entity.Resources;
import io.severabridge.entity.UnitNumbers;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpSource;
import io.severabridge.sync.definition.ErpTable;
import io.severabridge.sync.definition.MatchKeys;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.SeveraSide;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.RecordMapping;
import io.severabridge.sync.record.TextNormalizer;
import java.util.List;

/** Departments and business units. */
public final class BusinessUnitTransfers {
    private static final String PATH = "/v1/businessunits";
    private static final ListRequest LIST = ListRequest.of(PATH, Paging.OFFSET);

    /** The root unit is no counterpart of any department: it has no keys. */
    private static final MatchKeys<ErpBusinessUnit, SeveraBusinessUnit> KEYS = MatchKeys.code(
                    ErpBusinessUnit::number, SeveraBusinessUnit::code)
            .and(MatchKeys.name(ErpBusinessUnit::name, SeveraBusinessUnit::name))
            .onlyOf(unit -> unit.parentGuid() != null);

    private static final SeveraResource<SeveraBusinessUnit> UNITS = SeveraResource.of(
                    Resources.BUSINESS_UNITS,
                    SeveraBusinessUnit.class,
                    LIST,
                    SeveraBusinessUnit::guid,
                    SeveraBusinessUnit::createdDateTime)
            .matchedBy(KEYS)
            .below(SeveraBusinessUnit::parentGuid)
            .build();

    private BusinessUnitTransfers() {}

    public static Transfer toSevera() {
        return new Transfer(
                Entities.BUSINESS_UNIT, Direction.TO_SEVERA, "Departments of the ERP become business units.", unit());
    }

    public static Transfer toErp() {
        return new Transfer(
                Entities.BUSINESS_UNIT, Direction.TO_ERP, "Business units with a code become departments.", unit());
    }

    private static EntityDefinition<ErpBusinessUnit, SeveraBusinessUnit, BusinessUnit> unit() {
        return EntityDefinition.of(Entities.BUSINESS_UNIT, erp(), severa(), mapping())
                .master(company -> company.masters().businessUnits())
                .alsoCalled("department", "unit")
                .belongs(to -> to.below(row -> TextNormalizer.number(row.parent()) == null ? null : row.parent())
                        .topDown())
                .match(rules -> rules.by(KEYS).identifiedBy(unit -> List.of(unit.name())))
                .scope(new BusinessUnitScope())
                .undo(rules -> rules.usedInSevera(ListRequest.of("/v1/projects", Paging.TOKEN), "businessUnit")
                        .usedInSevera(ListRequest.of("/v1/users", Paging.TOKEN), "businessUnit"))
                .build();
    }

    private static ErpSource<ErpBusinessUnit> erp() {
        return ErpSource.of(
                        "business-unit/rows",
                        ErpBusinessUnit.class,
                        ErpBusinessUnit::number,
                        row -> "department " + row.number() + " " + row.name())
                .textKey(company -> UnitNumbers.isText(company.businessUnits().unit()))
                .guidIn(ErpBusinessUnit::guid, "business-unit/guid")
                .writtenTo(ErpTable.of("business-unit/update", "business-unit/insert", ErpBusinessUnit::number))
                .build();
    }

    private static SeveraSide<SeveraBusinessUnit> severa() {
        return SeveraSide.of(UNITS)
                .createdAt(PATH)
                .updatedAt(unit -> PATH + "/" + unit.guid())
                .deletedWith("settings:delete")
                .called(unit -> "business unit " + unit.code() + " " + unit.name())
                .build();
    }

    private static RecordMapping<ErpBusinessUnit, SeveraBusinessUnit, BusinessUnit> mapping() {
        return RecordMapping.bothWays(
                        BusinessUnit.class,
                        BusinessUnitMapping::fromErp,
                        BusinessUnitMapping::fromSevera,
                        BusinessUnitMapping::toSevera,
                        BusinessUnitMapping::toErp)
                .onErpCreate(BusinessUnitMapping::onErpCreate)
                .lookedUpIn((unit, parent) -> LIST.with("code", unit.code()))
                .build();
    }
}
