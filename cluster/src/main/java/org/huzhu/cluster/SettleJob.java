package org.huzhu.cluster;

import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * The quarter of secondary reimbursement (二次报销) on a cluster: what each member of a store is due, as {@code huzhu
 * settle} works it out on one machine from files.
 *
 * <p>Writes {@code dues/} in Parquet and {@code dues-csv/} with the same columns, in the order of the store, and
 * {@code summary.json}. Whoever is due nothing has no row; a due below zero is carried on. Amounts are in yuan, with
 * two decimals, as in {@code payments.csv} and {@code carried.csv}.
 */
public final class SettleJob {

    private static final DecimalType YUAN = DataTypes.createDecimalType(18, 2);

    static final StructType ROW = new StructType()
            .add("member_no", DataTypes.StringType, true)
            .add("agency", DataTypes.StringType, false)
            .add("year", DataTypes.IntegerType, false)
            .add("quarter", DataTypes.IntegerType, false)
            .add("entitled", YUAN, false)
            .add("paid_before", YUAN, false)
            .add("due", YUAN, false);

    private static final String USAGE = "用法：org.huzhu.cluster.SettleJob --history 历史库 --plans 计划文件夹 [--plan 暖互助] "
            + "--year 年 --quarter 季度 --out 结果目录";
    private static final Set<String> OPTIONS = Set.of("--history", "--plans", "--plan", "--year", "--quarter", "--out");

    private SettleJob() {}

    /** Runs on the cluster that {@code spark-submit} names. */
    public static void main(String[] words) {
        Arguments arguments = arguments(words);
        SparkSession spark = SparkSession.builder().appName("huzhu settle").getOrCreate();
        try {
            run(spark, arguments);
        } finally {
            spark.stop();
        }
    }

    static Arguments arguments(String... words) {
        return new Arguments(words, OPTIONS, USAGE);
    }

    static void run(SparkSession spark, Arguments in) {
        JavaSparkContext cluster = new JavaSparkContext(spark.sparkContext());
        TextFiles files = new TextFiles(cluster.hadoopConfiguration());
        String out = in.text("--out");
        files.requireNew(out);
        SettleTask task = new SettleTask(
                new ShippedHistory(in.text("--history"), cluster.hadoopConfiguration()),
                new ShippedPlans(files.plans(in.text("--plans"))),
                in.find("--plan").orElse("暖互助"),
                in.number("--year"),
                in.number("--quarter"));
        JavaRDD<Row> rows = Parts.of(task.history(), cluster).flatMap(new SettledPart(cluster.broadcast(task)));
        // Written twice, judged once.
        Dataset<Row> dues = spark.createDataFrame(rows, ROW).persist(StorageLevel.MEMORY_AND_DISK());
        dues.write().parquet(out + "/dues");
        dues.write().option("header", true).csv(out + "/dues-csv");
        dues.unpersist();
        files.write(out, "summary.json", summary(task, spark.read().parquet(out + "/dues")));
    }

    /** Sums up what was written. */
    private static String summary(SettleTask task, Dataset<Row> written) {
        written.createOrReplaceTempView("dues");
        String sums = written.sparkSession().sql("""
                        SELECT count_if(due > 0) AS persons, coalesce(sum(greatest(due, 0)), 0.00) AS due,
                               count_if(due < 0) AS carried_persons, coalesce(sum(least(due, 0)), 0.00) AS carried
                        FROM dues""").toJSON().first();
        return Json.object(
                "plan", Json.text(task.plan()),
                "year", String.valueOf(task.year()),
                "quarter", String.valueOf(task.quarter()),
                "sums", sums);
    }
}
