package org.huzhu.city;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The five tables of a city while they are written; counts and hashes what goes by. */
final class CityFiles implements Closeable {

    private static final List<String> NAMES =
            List.of("members.csv", "feed-q1.csv", "feed-q2.csv", "feed-q3.csv", "feed-q4.csv");

    private final List<DigestOutputStream> streams = new ArrayList<>();
    private final List<Map<Verdict, Long>> verdicts = new ArrayList<>();
    private long registerRows;

    private CityFiles() {}

    static CityFiles open(Path directory, List<FileStyle> styles) throws IOException {
        CityFiles files = new CityFiles();
        try {
            for (int i = 0; i < NAMES.size(); i++) {
                OutputStream file = Files.newOutputStream(directory.resolve(NAMES.get(i)));
                DigestOutputStream stream = new DigestOutputStream(file, sha256());
                files.streams.add(stream);
                FileStyle style = styles.get(i);
                stream.write(style.head(i == 0 ? Card.HEADER : FeedRow.HEADER).getBytes(style.charset()));
            }
        } catch (IOException e) {
            files.close();
            throw e;
        }
        for (int feed = 0; feed < Block.FEEDS; feed++) {
            files.verdicts.add(new EnumMap<>(Verdict.class));
        }
        return files;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    void append(Block block) throws IOException {
        for (int i = 0; i < streams.size(); i++) {
            streams.get(i).write(block.parts().get(i));
        }
        registerRows += block.registerRows();
        for (int feed = 0; feed < Block.FEEDS; feed++) {
            Map<Verdict, Long> sums = verdicts.get(feed);
            block.verdicts().get(feed).forEach((verdict, count) -> sums.merge(verdict, count, Long::sum));
        }
    }

    /** Closes the files and tells what they hold. */
    Census finish(CityOrder order) throws IOException {
        close();
        List<Census.FileCount> counts = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            long rows = i == 0
                    ? registerRows
                    : verdicts.get(i - 1).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            byte[] hash = streams.get(i).getMessageDigest().digest();
            counts.add(new Census.FileCount(NAMES.get(i), rows, HexFormat.of().formatHex(hash)));
        }
        return new Census(order, counts, List.copyOf(verdicts));
    }

    @Override
    public void close() throws IOException {
        for (DigestOutputStream stream : streams) {
            stream.close();
        }
    }
}
