package offenders.severabridge.job;

final class StepManager {}
