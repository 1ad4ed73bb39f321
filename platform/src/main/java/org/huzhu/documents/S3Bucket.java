package org.huzhu.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huzhu.database.DatabaseTrouble;
import org.huzhu.database.Settings;

/**
 * The bucket of an object store, as the operator names it.
 *
 * @param endpoint the address of the store, without the bucket
 * @param prefix before all names, so that a bucket can hold more than one society
 * @param id of the access key
 * @param secret of the access key
 */
record S3Bucket(URI endpoint, String bucket, String region, String prefix, String id, String secret) {

    private static final String ENDPOINT = "HUZHU_S3_ENDPOINT";
    private static final String BUCKET = "HUZHU_S3_BUCKET";
    private static final String REGION = "HUZHU_S3_REGION";
    private static final String PREFIX = "HUZHU_S3_PREFIX";
    private static final String KEY_FILE = "HUZHU_S3_KEY_FILE";
    private static final String USUAL_REGION = "us-east-1";
    private static final String USUAL_PREFIX = "huzhu/";
    private static final int LINES = 2;

    /** That which is set; empty where no store is. */
    static Optional<S3Bucket> of(Settings settings) {
        return settings.get(ENDPOINT).map(endpoint -> {
            List<String> key = key(required(settings, KEY_FILE));
            return new S3Bucket(
                    URI.create(endpoint.replaceFirst("/+$", "")),
                    required(settings, BUCKET),
                    settings.get(REGION).orElse(USUAL_REGION),
                    settings.get(PREFIX).orElse(USUAL_PREFIX),
                    key.get(0),
                    key.get(1));
        });
    }

    private static String required(Settings settings, String name) {
        return settings.get(name).orElseThrow(() -> new DatabaseTrouble("设了 %s，也要设 %s。".formatted(ENDPOINT, name)));
    }

    private static List<String> key(String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file), UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.size() != LINES) {
                throw new DatabaseTrouble("%s 指的文件 %s 应有两行：访问密钥的编号和密钥。".formatted(KEY_FILE, file));
            }
            return lines;
        } catch (IOException e) {
            throw new DatabaseTrouble("%s 指的文件 %s 不能读取。".formatted(KEY_FILE, file), e);
        }
    }

    /** Where it is, for people. */
    String place() {
        return endpoint + "/" + bucket + "/" + prefix;
    }

    @Override
    public String toString() {
        return place();
    }
}
