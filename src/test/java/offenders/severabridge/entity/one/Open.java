package offenders.severabridge.entity.one;

public final class Open {}
