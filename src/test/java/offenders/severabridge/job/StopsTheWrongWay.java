package offenders.severabridge.job;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;

final class StopsTheWrongWay {
    static void stop(JobOperator operator, JobExecution execution) throws JobExecutionException {
        operator.stop(execution);
    }
}
