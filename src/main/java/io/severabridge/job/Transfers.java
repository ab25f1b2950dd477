package io.severabridge.job;

import io.severabridge.entity.address.AddressTransfers;
import io.severabridge.entity.businessunit.BusinessUnitTransfers;
import io.severabridge.entity.contact.ContactTransfers;
import io.severabridge.entity.cost.CostTransfers;
import io.severabridge.entity.customer.CustomerTransfers;
import io.severabridge.entity.invoice.InvoiceTransfers;
import io.severabridge.entity.paymentstatus.PaymentTransfers;
import io.severabridge.entity.product.ProductTransfers;
import io.severabridge.entity.productcategory.ProductCategoryTransfers;
import io.severabridge.entity.project.ProjectTransfers;
import io.severabridge.entity.user.UserTransfers;
import io.severabridge.entity.workhour.WorkHourTransfers;
import io.severabridge.sync.definition.EntityDefinition;
import io.severabridge.sync.definition.StepDefinition;
import io.severabridge.sync.definition.Transfer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All transfers, by name. */
final class Transfers {
    private Transfers() {}

    /** {@code accountSetMain} is the GUID of the market segment above the account sets; empty where it is not mapped. */
    static Map<String, Transfer> all(String accountSetMain) {
        return all(accountSetMain, Map.of());
    }

    /** {@code communicationTypes} are the GUIDs of the types that the company file names, by kind. */
    static Map<String, Transfer> all(String accountSetMain, Map<String, String> communicationTypes) {
        Map<String, Transfer> all = new LinkedHashMap<>();
        Stream.of(
                        BusinessUnitTransfers.toSevera(),
                        BusinessUnitTransfers.toErp(),
                        UserTransfers.toSevera(),
                        UserTransfers.toErp(),
                        UserTransfers.superiorsToSevera(),
                        UserTransfers.superiorsToErp(),
                        ProductCategoryTransfers.toSevera(),
                        ProductCategoryTransfers.toErp(),
                        ProductTransfers.toSevera(),
                        ProductTransfers.toErp(),
                        CustomerTransfers.toSevera(accountSetMain),
                        CustomerTransfers.toErp(accountSetMain, ProjectTransfers.resource()),
                        AddressTransfers.toSevera(),
                        AddressTransfers.toErp(),
                        ContactTransfers.toSevera(communicationTypes),
                        ContactTransfers.toErp(communicationTypes),
                        ProjectTransfers.toSevera(),
                        ProjectTransfers.toErp(),
                        CostTransfers.toSevera(ProjectTransfers.resource()),
                        InvoiceTransfers.toErp(UserTransfers.resource(), ProjectTransfers.resource()),
                        PaymentTransfers.toSevera(),
                        WorkHourTransfers.toErp(UserTransfers.resource(), ProjectTransfers.resource()))
                .forEach(transfer -> all.put(transfer.name(), transfer));
        return all;
    }

    /** All that they are made of and that has rows. */
    static List<EntityDefinition<?, ?, ?>> parts() {
        List<EntityDefinition<?, ?, ?>> definitions = new ArrayList<>();
        for (Transfer transfer : all("").values()) {
            for (StepDefinition part : transfer.parts()) {
                if (part instanceof EntityDefinition<?, ?, ?> definition) {
                    definitions.add(definition);
                }
            }
        }
        return definitions;
    }
}
