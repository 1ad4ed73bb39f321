package org.huzhu.payments;

import static org.huzhu.payments.PaymentRefused.require;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huzhu.ledger.Fund;
import org.huzhu.payments.AnswerDesk.Taken;
import org.huzhu.payments.JdbcAnswerLines.Moved;
import org.huzhu.payments.JdbcAnswerLines.Source;
import org.huzhu.payments.JdbcAnswerLines.Told;
import org.huzhu.payments.JdbcAnswers.Sent;
import org.huzhu.payments.PaymentNews.Item;
import org.huzhu.payments.PaymentRefused.Reason;
import org.huzhu.payments.bank.AnswerHead;
import org.huzhu.payments.bank.AnswerLine;
import org.huzhu.payments.bank.FileForm;
import org.huzhu.payments.bank.FileForms;
import org.huzhu.payments.bank.FileStore;
import org.huzhu.payments.bank.Unreadable;
import org.huzhu.payments.bank.WrongTotal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes an answer with all in reach: keeps its lines, judges them, applies them, posts and tells what came of it. */
@Component
class Answering {

    private static final int AT_ONCE = 5_000;
    private static final int NEWS_AT_ONCE = 1_000;
    private static final int LATE_DAYS = 30;
    private static final int SERIAL_MAX = 100;
    private static final int NAME_MAX = 140;
    private static final int REASON_MAX = 300;

    private final JdbcAnswers answers;
    private final JdbcAnswerLines lines;
    private final FileForms forms;
    private final Books books;
    private final Desk desk;
    private final ApplicationEventPublisher news;

    Answering(
            JdbcAnswers answers,
            JdbcAnswerLines lines,
            FileForms forms,
            Books books,
            Desk desk,
            ApplicationEventPublisher news) {
        this.answers = answers;
        this.lines = lines;
        this.forms = forms;
        this.books = books;
        this.desk = desk;
        this.news = news;
    }

    Taken take(Fund fund, Path file) {
        FileForm form = answers.lock(fund.id())
                .flatMap(forms::find)
                .orElseThrow(() -> new PaymentRefused(Reason.ACCOUNT_MISSING, fund.code()));
        String sha256 = FileStore.sha256(file);
        return answers.known(fund.id(), sha256).orElseGet(() -> {
            Source source = new Source(desk.freshId(), fund.id(), fund.path(), form.bank());
            answers.add(source, sha256, desk.moment());
            return taken(source, form, file);
        });
    }

    private Taken taken(Source source, FileForm form, Path file) {
        if (!read(source, form, file)) {
            lines.refuse(source.answer());
            answers.addWrongTotal(source, desk.today(), desk.moment());
            return answers.count(source.answer());
        }
        lines.expect(lines.last(source.answer()));
        lines.again(source);
        int applied = 0;
        while (lines.judge(source, desk.today(), LATE_DAYS) > 0) {
            applied += lines.apply(source.answer());
        }
        require(applied == lines.toApply(source.answer()), Reason.OTHER_STATE);
        answers.addDifferences(source.answer(), desk.moment());
        lines.moves(source.answer()).forEach(moved -> post(source, moved));
        Taken taken = answers.count(source.answer());
        lines.expect(1);
        tell(source.answer());
        return taken;
    }

    /** Whether its count and its sum are right. */
    private boolean read(Source source, FileForm form, Path file) {
        Collected collected = new Collected(source);
        AnswerHead head;
        try {
            head = form.read(file, collected::take);
        } catch (WrongTotal e) {
            collected.flush();
            return false;
        } catch (Unreadable e) {
            throw new PaymentRefused(Reason.FILE_UNREADABLE, e.place(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        collected.flush();
        Optional<Sent> sent = head.file().flatMap(name -> answers.sent(source.fund(), name));
        if (sent.filter(ours -> !agrees(head, ours)).isPresent()) {
            return false;
        }
        sent.ifPresent(ours -> {
            lines.expect(ours.orders());
            infer(source, head, ours, collected.last);
        });
        return true;
    }

    private static boolean agrees(AnswerHead head, Sent ours) {
        return head.count().filter(count -> count != ours.orders()).isEmpty()
                && head.sum().filter(sum -> !sum.equals(ours.sum())).isEmpty();
    }

    private void infer(Source source, AnswerHead head, Sent ours, int last) {
        head.others()
                .ifPresent(outcome ->
                        lines.infer(source, ours.number(), ours.part(), outcome, head.reason(), head.day(), last));
    }

    /** Gathers lines, and hands them to the database so many at a time. */
    private final class Collected {
        private final Source source;
        private final List<AnswerLine> some = new ArrayList<>();
        private int last;

        Collected(Source source) {
            this.source = source;
        }

        void take(AnswerLine line) {
            require(line.serial().length() <= SERIAL_MAX, Reason.FILE_UNREADABLE);
            some.add(new AnswerLine(
                    line.row(),
                    line.serial(),
                    line.reference(),
                    line.outcome(),
                    cut(line.reason(), REASON_MAX),
                    line.sum(),
                    cut(line.name(), NAME_MAX),
                    line.day()));
            last = line.row();
            if (some.size() >= AT_ONCE) {
                flush();
            }
        }

        private static Optional<String> cut(Optional<String> text, int max) {
            return text.map(all -> all.length() <= max ? all : all.substring(0, max));
        }

        void flush() {
            lines.add(source, some);
            some.clear();
        }
    }

    private void post(Source source, Moved moved) {
        Books.Move move = new Books.Move(source.fund(), moved.day(), moved.sum());
        switch (moved.fate()) {
            case "PAID" -> books.paid(source.answer(), move);
            case "RETURNED" -> books.returned(source.answer(), move);
            case "RETURNED_LATE" -> books.returnedLate(source.answer(), move);
            default -> throw new IllegalStateException(moved.fate());
        }
    }

    private void tell(UUID answer) {
        int last = lines.last(answer);
        for (int row = 1; row <= last; row += NEWS_AT_ONCE) {
            Map<Boolean, List<Item>> some = lines.news(answer, row, row + NEWS_AT_ONCE - 1).stream()
                    .collect(Collectors.partitioningBy(
                            Told::isPaid, Collectors.mapping(Told::item, Collectors.toList())));
            Optional.ofNullable(some.get(true))
                    .filter(items -> !items.isEmpty())
                    .ifPresent(items -> news.publishEvent(new PaymentNews.Paid(items)));
            Optional.ofNullable(some.get(false))
                    .filter(items -> !items.isEmpty())
                    .ifPresent(items -> news.publishEvent(new PaymentNews.Returned(items)));
        }
    }
}
