package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.csv.CsvLoad;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The company file of tests that run the program as people do: an embedded ERP, a sandbox, the registers. */
public final class SmallCompany {
    private SmallCompany() {}

    /**
     * Its text, for tests to replace parts of.
     *
     * @param databases the JDBC URL of both databases, with {@code %1$s} for erp or bridge
     */
    public static String file(String name, String databases, URI severa) {
        return """
                company: NAME
                erp: { system: visma-business, jdbc-url: "ERP", username: sa, password: "" }
                severa: { base-url: "SEVERA", client-id: sandbox, client-secret: sandbox-secret, requests-per-second: 1000 }
                bridge-database: { jdbc-url: "BRIDGE" }
                business-units: { unit: 1, guid-field: Inf7 }
                users: { guid-field: Inf7 }
                products: { guid-field: Inf7 }
                customers: { guid-field: Inf8 }
                billing-address: { guid-field: Inf6 }
                projects: { unit: 2, guid-field: Inf7 }
                product-categories: { enabled: true }
                """.replace("NAME", name)
                .replace("ERP", databases.formatted("erp"))
                .replace("BRIDGE", databases.formatted("bridge"))
                .replace("SEVERA", severa.toString());
    }

    /** Files of the ERP with so many product categories and one currency. */
    public static Path categories(Path folder, int number) throws IOException {
        Path csv = Files.createDirectories(folder.resolve("csv"));
        StringBuilder categories = new StringBuilder("PrCatNo,Descr\n");
        for (int category = 1; category <= number; category++) {
            categories.append(category).append(",Category ").append(category).append('\n');
        }
        Files.writeString(csv.resolve("ProdCat.csv"), categories);
        Files.writeString(csv.resolve("Cur.csv"), "CurNo,ISO\n47,NOK\n");
        return csv;
    }

    /** Makes the ERP from such files. */
    public static void load(Company.Erp erp, Path csv) throws IOException {
        try (ErpDatabase database = ErpDatabase.open(erp)) {
            new CsvLoad(database, erp).load(csv);
        }
    }
}
