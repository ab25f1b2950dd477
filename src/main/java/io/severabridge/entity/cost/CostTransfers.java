package io.severabridge.entity.cost;

import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.Resources;
import io.severabridge.entity.SharedRejects;
import io.severabridge.severa.GuidRef;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.ErpSource;
import io.severabridge.sync.definition.MatchKeys;
import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.SeveraSide;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.mapping.Direction;
import io.severabridge.sync.mapping.RecordMapping;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** Costs, from the ERP to Severa. */
public final class CostTransfers {
    private static final String PATH = "/v1/projectfees";

    private static final MatchKeys<ErpCost, SeveraFee> KEYS = MatchKeys.code(ErpCost::name, SeveraFee::name);

    /** Fees that people entered are not looked at: only ours have such names. */
    private static final SeveraResource<SeveraFee> FEES = SeveraResource.of(
                    Resources.PROJECT_FEES,
                    SeveraFee.class,
                    ListRequest.of(PATH, Paging.TOKEN),
                    SeveraFee::guid,
                    SeveraFee::createdDateTime)
            .matchedBy(KEYS)
            .only(fee -> fee.name() != null && fee.name().matches("\\d+-\\d+-\\d+"))
            .matchedBelow(fee -> GuidRef.guidOf(fee.project()))
            .build();

    private CostTransfers() {}

    /** Projects are those of Severa: the fees are theirs, in their currency. */
    public static Transfer toSevera(SeveraResource<?> projects) {
        return new Transfer(
                Entities.COST,
                Direction.TO_SEVERA,
                "Posted voucher lines of projects become project fees, each once.",
                EntityDefinition.of(Entities.COST, erp(), severa(projects), mapping())
                        .enabled(company -> company.costs() != null)
                        .master(company -> Master.ERP)
                        .sentOnce()
                        .belongs(to -> to.childOf(Entities.PROJECT, ErpCost::project, SharedRejects.UNKNOWN_PROJECT))
                        .match(rules -> rules.by(KEYS).knownByNumber())
                        .scope(new CostScope())
                        .undo(rules -> rules.keptInSevera(
                                fee -> GuidRef.guidOf(fee.invoice()) == null ? "" : "it is on an invoice of Severa"))
                        .build());
    }

    private static ErpSource<ErpCost> erp() {
        return ErpSource.of("cost/rows", ErpCost.class, ErpCost::name, ErpCost::label)
                .orderedBy(ErpCost::place)
                .textKey(company -> true)
                .addedBy(ErpCost::journalNo)
                .inOrderOfNumbers(ErpCost::journalOf)
                .countedBy("cost/journals")
                .parameters(company -> Map.of("types", costs(company).voucherTypes(), "from", from(company)))
                .rowsOf(company -> costs(company).table() + " " + costs(company).voucherTypes() + " " + from(company))
                .uses("reference/vat-rates")
                .build();
    }

    private static SeveraSide<SeveraFee> severa(SeveraResource<?> projects) {
        return SeveraSide.of(FEES)
                .reads(projects)
                .allowedTo("fees:read", "fees:write")
                .deletedWith("fees:delete")
                .createdAt(PATH)
                .updatedAt(fee -> PATH + "/" + fee.guid())
                .build();
    }

    private static RecordMapping<ErpCost, SeveraFee, Cost> mapping() {
        return RecordMapping.onlyToSevera(
                        Cost.class, CostMapping::fromErp, CostMapping::fromSevera, CostMapping::toSevera)
                .lookedUpIn((cost, project) -> ListRequest.of("/v1/projects/" + project + "/projectfees", Paging.TOKEN))
                .build();
    }

    private static Company.Costs costs(Company company) {
        return Objects.requireNonNull(company.costs());
    }

    private static int from(Company company) {
        LocalDate from = costs(company).from();
        return from == null ? 0 : NormalForms.day(from);
    }
}
