package io.severabridge.cli;

import io.severabridge.failure.Similar;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.job.KnownNames;
import io.severabridge.job.RejectCatalogue;
import io.severabridge.store.ledger.RejectFilter;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rejects: all options together. */
final class WhichRejects {
    @Option(
            names = "--id",
            paramLabel = "N",
            description =
                    "The one with this number, closed too; or those of the record with this number, such as a customer's.")
    private @Nullable String id;

    @Option(
            names = "--execution",
            paramLabel = "N",
            description = "Those that this execution rejected last, closed ones too. Without it: all that are open.")
    private @Nullable Long execution;

    @Option(names = "--code", paramLabel = "CODE", description = "Those with this code, such as unknown-country.")
    private @Nullable String code;

    @Option(names = "--transfer", paramLabel = "NAME", description = "Those of this transfer: customer-to-severa.")
    private @Nullable String transfer;

    @Option(
            names = "--entity",
            paramLabel = "NAME",
            description = "Those of this entity in either direction: customer.")
    private @Nullable String entity;

    @Option(names = "--all", description = "Closed ones too.")
    private boolean all;

    /** A number that people know: that of a reject, or of a record. */
    @Nullable
    String id() {
        return id;
    }

    @Nullable
    Long execution() {
        return execution;
    }

    boolean closedToo() {
        return all;
    }

    /**
     * As the bridge database is asked.
     *
     * @throws WrongSetUp if there is no such code, transfer or entity: nothing would be found, for the wrong reason
     */
    RejectFilter filter() {
        known("code", code, RejectCatalogue.codes());
        known("transfer", transfer, KnownNames.transfers());
        String named = entity == null ? null : KnownNames.entity(entity);
        known("entity", named, KnownNames.entities());
        return new RejectFilter(null, execution, code, transfer, named, all || id != null);
    }

    private static void known(String what, @Nullable String name, SortedSet<String> names) {
        if (name != null && !names.contains(name)) {
            throw new WrongSetUp("--" + what + ": there is no " + what + " " + name + Similar.to(name, names)
                    + "; there are " + String.join(", ", names));
        }
    }
}
