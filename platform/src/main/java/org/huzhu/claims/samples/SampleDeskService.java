package org.huzhu.claims.samples;

import static org.huzhu.claims.samples.SampleRefused.require;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.ReviewStep;
import org.huzhu.claims.samples.Draw.Candidate;
import org.huzhu.claims.samples.Draw.Drawn;
import org.huzhu.claims.samples.Finding.Found;
import org.huzhu.claims.samples.JdbcSamples.Fresh;
import org.huzhu.claims.samples.SampleRefused.Reason;
import org.huzhu.database.Scope;
import org.huzhu.kernel.DateSpan;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class SampleDeskService implements SampleDesk {

    private static final int SIZE_MAX = 500;
    private static final int WORDS_MIN = 2;
    private static final int WORDS_MAX = 500;
    private static final Set<ReviewStep> OWNERS =
            Set.of(ReviewStep.AGENCY, ReviewStep.AGENCY_REVIEW, ReviewStep.OFFICE);

    private final JdbcSamples samples;
    private final JdbcLooks looks;
    private final JdbcFindings findings;
    private final SampleTools tools;

    SampleDeskService(JdbcSamples samples, JdbcLooks looks, JdbcFindings findings, SampleTools tools) {
        this.samples = samples;
        this.looks = looks;
        this.findings = findings;
        this.tools = tools;
    }

    @Override
    public UUID draw(Caller caller, Way way, long seed, DateSpan days) {
        String path = tools.require(caller, Operation.SAMPLE_DRAW);
        require(way.size() >= 1 && way.size() <= SIZE_MAX, Reason.SIZE);
        require(!(way instanceof Way.ByValue value) || value.above().isPositive(), Reason.SIZE);
        require(!days.until().isAfter(tools.today().plusDays(1)), Reason.DAYS);
        List<Candidate> candidates = looks.candidates(tools.start(days.from()), tools.start(days.until()));
        List<Drawn> drawn = Draw.of(way, seed, candidates);
        require(!drawn.isEmpty(), Reason.NOTHING_THERE);
        UUID id = tools.freshId();
        samples.add(new Fresh(id, path, way, seed, days, candidates.size()), tools.now());
        drawn.forEach(each -> looks.add(tools.freshId(), id, each.candidate().claim(), each.why(), tools.now()));
        tools.done(Operation.SAMPLE_DRAW.title(), "sample", id, path);
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sample> samples(Caller caller, int max) {
        String _ = tools.require(caller, Operation.OVERSIGHT_VIEW);
        return samples.all(max, tools.clock().getZone());
    }

    @Override
    @Transactional(readOnly = true)
    public List<SecondLook> open(Caller caller, int max) {
        String _ = tools.require(caller, Operation.OVERSIGHT_VIEW);
        return looks.open(max);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SecondLook> of(Caller caller, UUID sample) {
        String _ = tools.require(caller, Operation.OVERSIGHT_VIEW);
        return looks.ofSample(sample);
    }

    @Override
    public void sound(Caller caller, UUID look) {
        String path = tools.require(caller, Operation.SAMPLE_DRAW);
        require(looks.check(look, "SOUND", tools.now()), Reason.LOOK_AGAIN);
        tools.done("sample.sound", "second_look", look, path);
    }

    @Override
    public UUID find(Caller caller, UUID look, Found found) {
        String path = tools.require(caller, Operation.SAMPLE_DRAW);
        Found stated = new Found(words(found.words()), found.owner(), found.until());
        require(OWNERS.contains(found.owner()), Reason.OWNER);
        require(!found.until().isBefore(tools.today()), Reason.DAY_PAST);
        require(looks.check(look, "FINDING", tools.now()), Reason.LOOK_AGAIN);
        UUID id = tools.freshId();
        findings.add(id, look, stated, tools.now());
        tools.done("sample.finding", "finding", id, path);
        return id;
    }

    private static String words(String given) {
        String words = given.strip();
        require(words.length() >= WORDS_MIN && words.length() <= WORDS_MAX, Reason.WORDS_MISSING);
        return words;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> findings(Caller caller, int max) {
        String _ = tools.require(caller, Operation.OVERSIGHT_VIEW);
        return findings.open(max);
    }

    @Override
    public void answer(Caller caller, UUID id, String done) {
        String path = tools.require(caller, Operation.FINDING_ANSWER);
        Finding finding = open(id);
        require(finding.owner().role() == caller.role(), Reason.OWNER);
        require(findings.answer(id, words(done), tools.now()), Reason.LOOK_AGAIN);
        tools.done(Operation.FINDING_ANSWER.title(), "finding", id, path);
    }

    private Finding open(UUID id) {
        return findings.one(id).orElseThrow(() -> new SampleRefused(Reason.ABSENT));
    }

    private Finding openOfAnother(UUID id) {
        Finding finding = open(id);
        require(!finding.answeredBy().equals(Optional.of(Scope.required().actor())), Reason.BY_THE_SAME);
        return finding;
    }

    @Override
    public void sendBack(Caller caller, UUID id, String why, LocalDate until) {
        String path = tools.require(caller, Operation.SAMPLE_DRAW);
        Finding finding = openOfAnother(id);
        String words = words(why);
        require(!until.isBefore(tools.today()), Reason.DAY_PAST);
        require(findings.sendBack(finding, words, until), Reason.LOOK_AGAIN);
        tools.done("finding.send-back", "finding", id, path);
    }

    @Override
    public void close(Caller caller, UUID id) {
        String path = tools.require(caller, Operation.SAMPLE_DRAW);
        Finding _ = openOfAnother(id);
        require(findings.close(id, tools.now()), Reason.LOOK_AGAIN);
        tools.done("finding.close", "finding", id, path);
    }
}
