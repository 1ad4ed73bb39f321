package org.huzhu.command.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.huzhu.command.Exit;
import org.huzhu.command.Refusal;
import org.huzhu.command.terminal.Progress;
import org.huzhu.replay.Amendment;
import org.huzhu.replay.Comparison;
import org.huzhu.replay.Dimension;
import org.huzhu.replay.Question;
import org.huzhu.replay.Replay;

/** A store in memory and a draft that may change: each text of the draft has its answer. */
final class Trial {

    private final Drafts drafts;
    private final Store store;
    private final Replay replay;
    private final int fromYear;
    private final int toYear;

    Trial(Drafts drafts, Store store, Replay replay, int fromYear, int toYear) {
        this.drafts = drafts;
        this.store = store;
        this.replay = replay;
        this.fromYear = fromYear;
        this.toYear = toYear;
    }

    /** A draft that was read, and what it gives. */
    record Answer(String text, Amendment amendment, Comparison comparison) {}

    Drafts drafts() {
        return drafts;
    }

    /** Judges under the text; refuses one that does not read. */
    Answer answer(String text, List<List<Dimension>> groupings) {
        Amendment amendment = drafts.read(text);
        if (!store.costs().containsAll(Store.costs(amendment.after()))) {
            throw new Refusal(Exit.USAGE, "草案用到了没有读入的费用项。请用这份草案重新运行 huzhu replay。");
        }
        Question question = new Question(amendment.draft().id().plan(), fromYear, toYear, groupings);
        try (Progress progress = Progress.on(new Progress.Work("重新核定", "人", 1), 0)) {
            Comparison comparison = replay.compare(
                    drafts.published(), amendment.before(), amendment.after(), question, progress::advance);
            return new Answer(text, amendment, comparison);
        }
    }

    /** All that there is to say of the answer. */
    Report report(Answer answer, LocalDate today) {
        return new Report(
                answer.amendment(),
                answer.comparison(),
                replay.workings(answer.amendment().before(), answer.amendment().after(), answer.comparison()),
                drafts.changes(answer.amendment(), answer.text()),
                notes(answer),
                sources(answer),
                today);
    }

    private List<String> notes(Answer answer) {
        List<String> notes = new ArrayList<>();
        Amendment amendment = answer.amendment();
        LocalDate from = amendment.decidesFrom();
        if (from.getYear() > store.lastYear()) {
            notes.add("草案自%s起适用，库里最后一件事在%d年，没有一件受它管。要看“好像早就适用”，请加 --since，例如 --since %d-01-01。"
                    .formatted(from, store.lastYear(), store.lastYear()));
        }
        Comparison comparison = answer.comparison();
        if (comparison.movement().holders() == 0) {
            notes.add("库里没有人参加过“%s”。".formatted(amendment.draft().id().plan()));
        }
        if (comparison.plans().size() > 1) {
            notes.add("并用规则把这些计划连在一起，都重新核定了：" + String.join("、", comparison.plans()) + "。");
        }
        long unpriced = comparison.after().enrolments().unpricedTerms();
        if (unpriced > 0) {
            notes.add("有%,d个参保人次，库里没有会费，计划里也没有适用的价，按没有会费计。".formatted(unpriced));
        }
        drafts.examples(answer.text()).ifPresent(notes::add);
        return notes;
    }

    private List<Report.Source> sources(Answer answer) {
        List<Report.Source> sources = new ArrayList<>();
        String folder = String.valueOf(store.folder().getFileName());
        sources.add(new Report.Source("历史库的目录文件", folder + "/manifest.json", hash(store.manifest())));
        drafts.files(answer.amendment(), answer.text())
                .forEach((name, text) -> sources.add(new Report.Source("计划文件", name, hash(text))));
        sources.add(new Report.Source("计划文件夹", "全部计划文件依名称相接", hash(drafts.folder())));
        return sources;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
