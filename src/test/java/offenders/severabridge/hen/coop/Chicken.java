package offenders.severabridge.hen.coop;

import offenders.severabridge.hen.Egg;

public final class Chicken {
    Egg laid = new Egg();
}
