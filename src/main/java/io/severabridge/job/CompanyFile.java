package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.company.SettingsFile;
import java.nio.file.Path;
import java.util.Map;

/** Reads the file of a company, whose ERP is one that this version speaks to. */
public final class CompanyFile {
    private CompanyFile() {}

    /**
     * The company of a file, or everything that is wrong with the file.
     *
     * @param environment where {@code ${NAME}} comes from
     * @throws io.severabridge.company.SettingsFileException with file, line and key of each problem
     */
    public static Company read(Path file, Map<String, String> environment) {
        return SettingsFile.read(file, environment, ErpSystems.names());
    }
}
