package io.severabridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "link",
        description = {
            "Links a record of the ERP to one of Severa.",
            "The next run brings both into step, as on a first link.",
        })
final class LinkCommand implements Callable<Integer> {
    @Mixin
    private LinkedRecord record;

    @Parameters(index = "2", paramLabel = "GUID", description = "The record's GUID in Severa.")
    private String guid;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String label = record.linking().link(record.entity, record.erpKey, guid);
        spec.commandLine().getOut().println(label + " is linked to " + guid + "; the next run brings both into step");
        return 0;
    }
}
