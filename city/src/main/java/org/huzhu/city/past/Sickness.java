package org.huzhu.city.past;

import org.huzhu.city.Chance;
import org.huzhu.city.past.Hospital.Admission;
import org.huzhu.columns.Day;
import org.huzhu.columns.FactColumns;

/** The diseases of the lists: their diagnosis, the treatment that follows, and what comes of it. */
final class Sickness {

    private static final int KNOWN_BEFORE_IN_THOUSAND = 50;
    private static final int AGAIN_IN_THOUSAND = 40;
    private static final int CANCER_DEATHS_IN_THOUSAND = 130;
    private static final int GRAVE_DEATHS_IN_THOUSAND = 70;
    private static final double MORE_STAYS_FOR_CANCER = 3;
    private static final double MORE_STAYS = 0.8;
    private static final int DAYS_BETWEEN_STAYS = 25;
    private static final long GRAVE_MEDIAN_FEN = 5_000_00;
    private static final long MILD_MEDIAN_FEN = 2_500_00;

    private final Health health;
    private final Hospital hospital;
    private final Vocabulary vocabulary;
    private final Diseases diseases = new Diseases();

    Sickness(Health health, Hospital hospital, Vocabulary vocabulary) {
        this.health = health;
        this.hospital = hospital;
        this.vocabulary = vocabulary;
    }

    /** The member's year from the first to the day after the last day on which he is one. */
    void year(Member member, int year, int from, int until, Diary diary, Chance chance) {
        Disease disease = diseases.befalling(member.sex(), member.age(from), year, chance);
        int day = from + chance.below(366);
        if (disease != null && day < until) {
            fall(disease, day, year, diary, chance);
        }
    }

    private void fall(Disease disease, int day, int year, Diary diary, Chance chance) {
        int admitted = day - chance.below(6);
        int pathology = disease.isCancer() ? day + chance.weighted(60, 10, 10, 10, 5, 5) : Day.NONE;
        int known = chance.inThousand(KNOWN_BEFORE_IN_THOUSAND) ? day - chance.between(60, 3_000) : Day.NONE;
        int word = vocabulary.of(disease.name());
        diary.add(new Happening.Diagnosis(day, word, pathology, admitted, known));
        treat(disease, admitted, year, diary, chance);
        if (chance.inThousand(AGAIN_IN_THOUSAND)) {
            int again = day + chance.between(200, 1_500);
            diary.add(new Happening.Diagnosis(again, word, Day.NONE, again, day));
        }
        int deaths = disease.isCancer() ? CANCER_DEATHS_IN_THOUSAND : GRAVE_DEATHS_IN_THOUSAND;
        if (disease.isGrave() && chance.inThousand(deaths)) {
            diary.add(new Happening.Death(FactColumns.MEMBER, day + chance.between(10, 900), null, 0));
        }
    }

    private void treat(Disease disease, int admitted, int year, Diary diary, Chance chance) {
        int icd = vocabulary.of(disease.code());
        long median = health.grown(disease.isGrave() ? GRAVE_MEDIAN_FEN : MILD_MEDIAN_FEN, year);
        int nights = disease.isGrave() ? 14 : 8;
        int out = hospital.admit(Admission.illness(admitted, icd, nights, median), disease.isGrave(), diary, chance);
        int more = disease.isGrave() ? chance.count(disease.isCancer() ? MORE_STAYS_FOR_CANCER : MORE_STAYS) : 0;
        for (int i = 0; i < more; i++) {
            int next = out + chance.between(5, 2 * DAYS_BETWEEN_STAYS);
            out = hospital.admit(Admission.illness(next, icd, 6, median / 2), true, diary, chance);
        }
    }
}
