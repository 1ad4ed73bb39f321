package org.huzhu.city.roster;

/** What kind of file a made-up roster is. */
public enum RosterForm {
    /** A workbook as Excel saves it, with all texts in one part. */
    WORKBOOK,
    /** A workbook as programs export it, each text in its cell. */
    WORKBOOK_INLINE,
    CSV_UTF_8,
    CSV_GB18030
}
