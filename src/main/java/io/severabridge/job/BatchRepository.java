package io.severabridge.job;

import io.severabridge.store.database.BridgeDatabase;
import java.sql.Types;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** Spring Batch keeps its executions in the bridge database; Boot's starter alone would keep nothing. */
@Configuration(proxyBeanMethods = false)
class BatchRepository extends JdbcDefaultBatchConfiguration {
    private final BridgeDatabase bridge;

    BatchRepository(BridgeDatabase bridge) {
        this.bridge = bridge;
    }

    @Override
    protected DataSource getDataSource() {
        return bridge.dataSource();
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return bridge.transactionManager();
    }

    /** Serializable, the default, deadlocks on SQL Server when jobs start together; the unique key guards instances. */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }

    @Override
    protected int getClobType() {
        return Types.VARCHAR;
    }

    @Override
    protected ExecutionContextSerializer getExecutionContextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }
}
