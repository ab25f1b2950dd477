package io.severabridge;

/** Where the program starts. */
public final class SeveraBridge {
    private SeveraBridge() {}

    public static void main(String[] args) {
        System.exit(args.length);
    }
}
