package org.huzhu.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.huzhu.plan.Library;
import org.huzhu.text.LibraryReader;

/** Spark with two threads in this process, and the plans of the project. */
final class LocalCluster {

    static final Path PLANS = Path.of("../plans");

    private LocalCluster() {}

    /** The session; the same for all tests of the process, which ends it. */
    static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
                .getOrCreate();
    }

    /** The published plans. */
    static Library published() {
        return LibraryReader.read(texts()).library();
    }

    /** The text of a plan file, with one text put for another. */
    static String changed(String file, String text, String replacement) {
        String whole = texts().getOrDefault(file, "");
        if (!whole.contains(text)) {
            throw new IllegalArgumentException(file + " does not say " + text);
        }
        return whole.replace(text, replacement);
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PLANS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                texts.put(PLANS.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The rows of the files of a folder, file by file in the order of their names; values joined by commas. */
    static List<String> rows(Path folder, String kind, StructType schema) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(kind))
                    .sorted()
                    .flatMap(file -> rows(file, schema).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rows(String file, StructType schema) {
        var reader = session().read().schema(schema).option("header", true);
        List<Row> rows = (file.endsWith(".csv") ? reader.csv(file) : reader.parquet(file)).collectAsList();
        return rows.stream().map(row -> row.mkString(",")).toList();
    }
}
