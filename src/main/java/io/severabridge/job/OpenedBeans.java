package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.rehearsal.RehearsedErp;
import io.severabridge.store.BridgeCopy;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.Claims;
import io.severabridge.store.database.CompanyLock;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The databases that work for a company is done on: its own, or those of a rehearsal. */
final class OpenedBeans {
    private OpenedBeans() {}

    /** The ERP itself, opened by whoever holds the company's lock. */
    @Configuration(proxyBeanMethods = false)
    static class Locked {
        @Bean
        CompanyLock lock(BridgeDatabase bridge, Company company, Clock clock) {
            return CompanyLock.take(bridge, Claims.of(company), clock);
        }

        @Bean
        ErpDatabase erp(Company company, CompanyLock lock) {
            return ErpDatabase.existing(company.erp());
        }
    }

    /** For a run, which makes the bridge database where there is none. */
    @Configuration(proxyBeanMethods = false)
    @Import(Locked.class)
    static class OfRun {
        @Bean
        BridgeDatabase bridge(Company company) {
            return BridgeDatabase.open(company.bridgeDatabase());
        }
    }

    /** For what needs a run that has been. */
    @Configuration(proxyBeanMethods = false)
    @Import(Locked.class)
    static class AfterRun {
        @Bean
        BridgeDatabase bridge(Company company) {
            return BridgeDatabase.existing(company);
        }
    }

    /** A copy of what the bridge knows, and the ERP that is only read. No lock: a run may be under way. */
    @Configuration(proxyBeanMethods = false)
    static class Rehearsal {
        @Bean
        TemporaryFolder folder(Clock clock) {
            return TemporaryFolder.make(clock);
        }

        @Bean
        ErpDatabase original(Company company, TemporaryFolder folder) {
            return ErpDatabase.existing(company.erp());
        }

        @Bean
        BridgeDatabase bridge(Company company, TemporaryFolder folder, ErpDatabase original) {
            return BridgeCopy.of(company, folder.path());
        }

        @Bean
        @Primary
        RehearsedErp rehearsedErp(
                Company company,
                RunRequirements needs,
                TemporaryFolder folder,
                BridgeDatabase bridge,
                ErpDatabase original) {
            return RehearsedErp.of(original, needs.system(), company.erp(), needs.uses(), folder.path());
        }
    }
}
