package org.huzhu.city.past;

/** The tiers of {@link Scheme#ACCIDENT}: what each costs in ordinary and in high-risk occupations. */
enum Tier {
    T26("26元档", 26_00, 32_00),
    T50("50元档", 50_00, 62_00),
    T74("74元档", 74_00, 93_00),
    T100("100元档", 100_00, 124_00);

    private final String word;
    private final long ordinaryFen;
    private final long highRiskFen;

    Tier(String word, long ordinaryFen, long highRiskFen) {
        this.word = word;
        this.ordinaryFen = ordinaryFen;
        this.highRiskFen = highRiskFen;
    }

    String word() {
        return word;
    }

    long fen(boolean isHighRisk) {
        return isHighRisk ? highRiskFen : ordinaryFen;
    }
}
