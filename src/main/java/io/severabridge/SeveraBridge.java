package io.severabridge;

import io.severabridge.cli.SeveraBridgeCommand;
import io.severabridge.jdbc.Urls;
import io.severabridge.severa.Route;

/** Where the program starts. */
public final class SeveraBridge {
    private SeveraBridge() {}

    public static void main(String[] args) {
        Urls.loopbackOnly();
        Route.allowPasswords();
        System.exit(SeveraBridgeCommand.execute(args));
    }
}
