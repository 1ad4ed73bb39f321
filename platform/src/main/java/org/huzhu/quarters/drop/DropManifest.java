package org.huzhu.quarters.drop;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.huzhu.quarters.FeedFile.Kind;
import org.huzhu.quarters.FeedFile.Manifest;
import org.huzhu.quarters.Quarter;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a delivery says of itself, in YAML, of which JSON is a part.
 *
 * @param office by its name or code
 */
record DropManifest(String office, Quarter quarter, List<Named> files) {

    private static final String REMEDY = "请按文档“二次报销”里的样子改好清单，连同数据文件重新投递。";
    private static final Set<String> KEYS = Set.of("office", "plan", "year", "quarter", "files");
    private static final Set<String> FILE_KEYS = Set.of("name", "kind", "sha256", "rows", "form");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int FILES_MAX = 50;
    private static final int QUARTERS = 4;
    private static final int NAME_MAX = 200;

    DropManifest {
        files = List.copyOf(files);
    }

    /** A file that is named. */
    record Named(String name, Kind kind, String sha256, long rows, Optional<String> form) {

        Manifest said() {
            return new Manifest(Optional.of(sha256), OptionalLong.of(rows), form);
        }
    }

    /** Reads it strictly: what is missing, or stands there and means nothing, is refused by its name. */
    static DropManifest read(byte[] bytes) {
        Map<?, ?> said = map(loaded(bytes), "清单");
        requireKnown(said, KEYS, "清单");
        List<Named> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (!(said.get("files") instanceof List<?> listed)) {
            throw new DropRefused("清单里没有 files，或它不是列表。", REMEDY);
        }
        DropRefused.require(
                !listed.isEmpty() && listed.size() <= FILES_MAX,
                "清单的 files 有 %d 个文件，要 1 至 %d 个。".formatted(listed.size(), FILES_MAX),
                REMEDY);
        for (Object each : listed) {
            Named named = named(map(each, "files 里的一项"));
            DropRefused.require(names.add(named.name()), "清单里文件 %s 写了两次。".formatted(named.name()), REMEDY);
            files.add(named);
        }
        long quarter = number(said, "quarter", "清单");
        DropRefused.require(
                quarter >= 1 && quarter <= QUARTERS, "清单的 quarter 是 %d，要 1 至 4。".formatted(quarter), REMEDY);
        long year = number(said, "year", "清单");
        DropRefused.require(year >= 1 && year <= 9999, "清单的 year 是 %d，要四位的年份。".formatted(year), REMEDY);
        return new DropManifest(
                text(said, "office", "清单"), new Quarter(text(said, "plan", "清单"), (int) year, (int) quarter), files);
    }

    private static @Nullable Object loaded(byte[] bytes) {
        try {
            return new Load(LoadSettings.builder()
                            .setAllowDuplicateKeys(false)
                            .setMaxAliasesForCollections(0)
                            .build())
                    .loadFromInputStream(new ByteArrayInputStream(bytes));
        } catch (YamlEngineException e) {
            DropRefused refused = new DropRefused("清单读不懂：它不是 YAML，也不是 JSON。", REMEDY);
            refused.initCause(e);
            throw refused;
        }
    }

    private static Named named(Map<?, ?> said) {
        String name = text(said, "name", "files 里的一项");
        requireKnown(said, FILE_KEYS, name);
        DropRefused.require(isPlain(name), "文件名 %s 不能用：要在同一个目录里，不带斜杠，不以点开头。".formatted(name), REMEDY);
        String kind = text(said, "kind", name).toUpperCase(Locale.ROOT);
        DropRefused.require(
                kind.equals(Kind.FEED.name()) || kind.equals(Kind.REGISTER.name()),
                "%s 的 kind 是 %s，要 FEED（结算数据）或 REGISTER（持卡人名册）。".formatted(name, kind),
                REMEDY);
        String sha256 = text(said, "sha256", name);
        DropRefused.require(
                DIGEST.matcher(sha256).matches(), "%s 的 sha256 是 %s，要 64 位十六进制数字。".formatted(name, sha256), REMEDY);
        long rows = number(said, "rows", name);
        DropRefused.require(rows >= 0, "%s 的 rows 是 %d，要不含表头的行数。".formatted(name, rows), REMEDY);
        Optional<String> form = said.containsKey("form") ? Optional.of(text(said, "form", name)) : Optional.empty();
        return new Named(name, Kind.valueOf(kind), sha256.toLowerCase(Locale.ROOT), rows, form);
    }

    private static boolean isPlain(String name) {
        return name.length() <= NAME_MAX
                && !name.startsWith(".")
                && name.indexOf('/') < 0
                && name.indexOf('\\') < 0
                && name.chars().noneMatch(Character::isISOControl)
                && !DropFolder.isManifest(name);
    }

    private static Map<?, ?> map(@Nullable Object said, String of) {
        if (said instanceof Map<?, ?> map) {
            return map;
        }
        throw new DropRefused("%s不是“名称: 值”的形式。".formatted(of), REMEDY);
    }

    private static void requireKnown(Map<?, ?> said, Set<String> known, String of) {
        said.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new DropRefused("%s 里的 %s 没有意义。".formatted(of, key), REMEDY);
                });
    }

    private static String text(Map<?, ?> said, String key, String of) {
        if (said.get(key) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new DropRefused("%s 里没有 %s，或它不是文字（只有数字时请加引号）。".formatted(of, key), REMEDY);
    }

    private static long number(Map<?, ?> said, String key, String of) {
        return switch (said.get(key)) {
            case Integer whole -> whole;
            case Long whole -> whole;
            case null, default -> throw new DropRefused("%s 里没有 %s，或它不是整数。".formatted(of, key), REMEDY);
        };
    }
}
