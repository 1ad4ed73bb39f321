package org.huzhu.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.huzhu.catalogue.PlanFounding;
import org.huzhu.database.Scope;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The plans that this release brings, published once in a society that has none yet. */
public final class FirstPlans {

    private static final String FOLDER = "/plans/";

    private FirstPlans() {}

    /** Publishes them, where nothing is published. */
    public static void lay(PlanFounding founding) {
        Scope.ofSystem().run(() -> {
            if (founding.isDue()) {
                founding.found(files());
            }
        });
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try {
            for (Resource each :
                    new PathMatchingResourcePatternResolver().getResources("classpath:plans/**/*.yaml")) {
                String address = java.net.URLDecoder.decode(each.getURL().toString(), UTF_8);
                files.put(
                        address.substring(address.lastIndexOf(FOLDER) + FOLDER.length()),
                        each.getContentAsString(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
