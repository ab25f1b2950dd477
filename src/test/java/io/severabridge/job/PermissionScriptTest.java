package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.erp.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The script for the ERP's administrator grants what the statements of all transfers need, and nothing else. */
class PermissionScriptTest {
    private static final Path SCRIPT = Path.of("sql/admin/erp-permissions.sql");
    private static final Pattern GRANT = Pattern.compile("(?m)^GRANT ([A-Z, ]+) ON dbo\\.(\\w+) TO severa_bridge;");

    @Test
    void itGrantsWhatTheStatementsNeed() throws IOException {
        SortedMap<String, SortedSet<String>> granted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (MatchResult grant :
                GRANT.matcher(Files.readString(SCRIPT)).results().toList()) {
            granted.put(
                    grant.group(2), new TreeSet<>(Arrays.asList(grant.group(1).split(", "))));
        }
        try (World world = World.working()) {
            RunRequirements all = new RunRequirements(
                    world.company(), List.copyOf(Transfers.all("").keySet()));
            assertThat(granted).isEqualTo(Permissions.needed(all.read(), all.written()));
        }
    }
}
