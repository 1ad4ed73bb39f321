package org.huzhu.command;

import java.nio.file.Path;

/** Where Huzhu stands: the folder with {@code plans/}, named by the launcher whatever the current folder is. */
final class Home {

    private static final String PROPERTY = "huzhu.home";

    private Home() {}

    /** The root folder; the current one when the program was started without its launcher. */
    static Path path() {
        return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize();
    }

    static Path plans() {
        return path().resolve("plans");
    }

    /** What the program keeps for itself: logs and the like. The folder may not exist yet. */
    static Path own() {
        return path().resolve(".huzhu");
    }
}
