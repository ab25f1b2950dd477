package io.severabridge.job;

import io.severabridge.entity.SharedRejects;
import io.severabridge.entity.address.AddressRejects;
import io.severabridge.entity.cost.CostRejects;
import io.severabridge.entity.customer.CustomerRejects;
import io.severabridge.entity.invoice.InvoiceRejects;
import io.severabridge.entity.product.ProductRejects;
import io.severabridge.entity.project.ProjectRejects;
import io.severabridge.entity.user.UserRejects;
import io.severabridge.entity.workhour.WorkHourRejects;
import io.severabridge.erp.ColumnRejects;
import io.severabridge.failure.Reason;
import io.severabridge.sync.mapping.EngineRejects;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All reject codes that people can meet, whoever declares them. */
public final class RejectCatalogue {
    private static final List<Reason> ALL = Stream.of(
                    EngineRejects.ALL,
                    ColumnRejects.ALL,
                    SharedRejects.ALL,
                    UserRejects.ALL,
                    ProductRejects.ALL,
                    CustomerRejects.ALL,
                    AddressRejects.ALL,
                    ProjectRejects.ALL,
                    CostRejects.ALL,
                    InvoiceRejects.ALL,
                    WorkHourRejects.ALL)
            .flatMap(List::stream)
            .toList();

    private RejectCatalogue() {}

    public static List<Reason> all() {
        return ALL;
    }

    /** As filters and {@code --accept} take them. */
    public static SortedSet<String> codes() {
        return ALL.stream().map(Reason::code).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Codes of rejects that a setting puts an end to, and not a change of the record. */
    public static Set<String> fixedBySetting() {
        return ALL.stream().filter(Reason::bySetting).map(Reason::code).collect(Collectors.toUnmodifiableSet());
    }
}
