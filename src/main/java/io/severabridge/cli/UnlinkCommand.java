package io.severabridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "unlink",
        description = {
            "Breaks the link of a record of the ERP, and empties its GUID field.",
            "The next run matches it again, by number, e-mail address or name.",
        })
final class UnlinkCommand implements Callable<Integer> {
    @Mixin
    private LinkedRecord record;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String label = record.linking().unlink(record.entity, record.erpKey);
        spec.commandLine().getOut().println(label + " is not linked any longer");
        return 0;
    }
}
