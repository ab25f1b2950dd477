package io.severabridge.job;

import io.severabridge.store.database.BridgeDatabase;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Spring Batch as Boot sets it up: its executions are kept in the bridge database. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(BatchJdbcAutoConfiguration.class)
class BatchBeans {
    /** Closed with the bridge database. */
    @Bean(destroyMethod = "")
    DataSource dataSource(BridgeDatabase bridge) {
        return bridge.dataSource();
    }

    @Bean
    PlatformTransactionManager transactionManager(BridgeDatabase bridge) {
        return bridge.transactionManager();
    }

    @Bean
    ExecutionContextSerializer executionContextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }
}
