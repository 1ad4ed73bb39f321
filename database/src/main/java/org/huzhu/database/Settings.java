package org.huzhu.database;

import java.util.Map;
import java.util.Optional;

/** What the operator set in the environment, by name. */
public record Settings(Map<String, String> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    /** Those of this process. */
    public static Settings ofProcess() {
        return new Settings(System.getenv());
    }

    /** The value; empty where it is not set, or blank. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }
}
