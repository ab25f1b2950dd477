package io.severabridge.entity.cost;

import io.severabridge.company.Company;
import io.severabridge.company.Company.Master;
import io.severabridge.entity.Entities;
import io.severabridge.entity.NormalForms;
import io.severabridge.entity.Resources;
import io.severabridge.entity.SharedRejects;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.severa.Pointer;
import io.severabridge.store.staging.Keys;
import io.severabridge.transfer.Direction;
import io.severabridge.transfer.Mapping;
import io.severabridge.transfer.Part;
import io.severabridge.transfer.Resource;
import io.severabridge.transfer.Skip;
import io.severabridge.transfer.Source;
import io.severabridge.transfer.Transfer;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** Costs, from the ERP to Severa. */
public final class CostTransfers {
    private static final String PATH = "/v1/projectfees";

    /** Fees that people entered are not looked at: only ours have such names. */
    private static final Resource<SeveraFee> FEES = new Resource<>(
                    Resources.PROJECT_FEES,
                    SeveraFee.class,
                    ListRequest.of(PATH, Paging.TOKEN),
                    SeveraFee::guid,
                    fee -> new Keys(fee.name(), null, null).below(Pointer.guidOf(fee.project())),
                    SeveraFee::createdDateTime)
            .only(fee -> fee.name() != null && fee.name().matches("\\d+-\\d+-\\d+"))
            .below(fee -> Pointer.guidOf(fee.project()));

    private CostTransfers() {}

    /** Projects are those of Severa: the fees are theirs, in their currency. */
    public static Transfer toSevera(Resource<?> projects) {
        return new Transfer(
                Entities.COST,
                Direction.TO_SEVERA,
                "Posted voucher lines of projects become project fees, each once.",
                cost().reads(projects));
    }

    private static Part<ErpCost, SeveraFee, Cost> cost() {
        return new Part<>(
                        Entities.COST,
                        FEES,
                        new Source<>("cost/rows", ErpCost.class, ErpCost::name, ErpCost::place, ErpCost::label),
                        new Mapping<>(
                                Cost.class,
                                CostMapping::fromErp,
                                CostMapping::fromSevera,
                                CostMapping::toSevera,
                                CostMapping::toErp))
                .enabled(company -> company.costs() != null)
                .textKey(company -> true)
                .addedBy(ErpCost::journalNo)
                .inOrderOfNumbers(ErpCost::journalOf)
                .countedBy("cost/journals")
                .parameters(company -> Map.of("types", costs(company).voucherTypes(), "from", from(company)))
                .rowsOf(company -> costs(company).table() + " " + costs(company).voucherTypes() + " " + from(company))
                .uses("reference/vat-rates")
                .allowedTo("fees:read", "fees:write")
                .master(company -> Master.ERP)
                .sentOnce()
                .matchedBy((row, facts) -> new Keys(row.name(), null, null))
                .childOf(Entities.PROJECT, ErpCost::project, SharedRejects.UNKNOWN_PROJECT)
                .withoutParent(row -> row.hasProject() ? null : Skip.NO_PROJECT)
                .knownByNumber()
                .createdAt(PATH)
                .deletedWith("fees:delete")
                .updatedAt(fee -> PATH + "/" + fee.guid())
                .keptInSevera(fee -> Pointer.guidOf(fee.invoice()) == null ? "" : "it is on an invoice of Severa")
                .lookedUpIn(
                        (cost, project) -> ListRequest.of("/v1/projects/" + project + "/projectfees", Paging.TOKEN));
    }

    private static Company.Costs costs(Company company) {
        return Objects.requireNonNull(company.costs());
    }

    private static int from(Company company) {
        LocalDate from = costs(company).from();
        return from == null ? 0 : NormalForms.day(from);
    }
}
