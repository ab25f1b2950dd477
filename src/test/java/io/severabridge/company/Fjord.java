package io.severabridge.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small company to vary. */
final class Fjord {
    static final Map<String, String> ENVIRONMENT =
            Map.of("ERP_PASSWORD", "hush-erp", "SEVERA_CLIENT_ID", "id-1", "SEVERA_CLIENT_SECRET", "hush-severa");

    /** Nothing but what must be there. */
    static final String SMALLEST = """
            company: fjord
            erp:
              system: visma-business
              jdbc-url: jdbc:h2:mem:erp
              username: reader
              password: ${ERP_PASSWORD}
            severa:
              base-url: http://localhost:8080/api/
              client-id: abc
              client-secret: ${SEVERA_CLIENT_SECRET}
            bridge-database: { jdbc-url: "jdbc:h2:mem:bridge" }
            business-units: { unit: 3, guid-field: Inf7 }
            users: { guid-field: Inf7 }
            products: { guid-field: Inf1 }
            customers: { guid-field: Inf8 }
            billing-address: { guid-field: Inf6 }
            projects: { unit: 2, guid-field: Inf7 }
            """;

    private Fjord() {}

    /** The smallest file with one text of it replaced. */
    static String with(String from, String to) {
        assertThat(SMALLEST).contains(from);
        return SMALLEST.replace(from, to);
    }

    static Company read(Path folder, String yaml) throws IOException {
        return SettingsFile.read(
                Files.writeString(folder.resolve("fjord.yml"), yaml), ENVIRONMENT, List.of("visma-business"));
    }
}
