<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Attachment</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EstimateWords</name>
    <message numerus="yes">
        <source>%n lanes</source>
        <translation>
            <numerusform>%n lane</numerusform>
            <numerusform>%n lanes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unpriced</source>
        <translation>
            <numerusform>%n unpriced</numerusform>
            <numerusform>%n unpriced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvaluateWords</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>has %n items of the kind wanted, fewer than %1</source>
        <translation>
            <numerusform>has %n item of the kind wanted, fewer than %1</numerusform>
            <numerusform>has %n items of the kind wanted, fewer than %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>has %n items of the kind wanted, more than %1</source>
        <translation>
            <numerusform>has %n item of the kind wanted, more than %1</numerusform>
            <numerusform>has %n items of the kind wanted, more than %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n properties</source>
        <translation>
            <numerusform>%n property</numerusform>
            <numerusform>%n properties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message numerus="yes">
        <source>%n turns</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Insight</name>
    <message numerus="yes">
        <source>%1 %n more lines are no requests either.</source>
        <translation>
            <numerusform>%1 %n more line is no request either.</numerusform>
            <numerusform>%1 %n more lines are no requests either.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaneWords</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tools</source>
        <translation>
            <numerusform>%n tool</numerusform>
            <numerusform>%n tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n times</source>
        <translation>
            <numerusform>asked once</numerusform>
            <numerusform>asked %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n identical</source>
        <translation>
            <numerusform>one answer</numerusform>
            <numerusform>all %n identical</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different answers</source>
        <translation>
            <numerusform>one answer</numerusform>
            <numerusform>%n different answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n times in each run</source>
        <translation>
            <numerusform>asked once in each run</numerusform>
            <numerusform>asked %n times in each run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) may have cost something that is not known</source>
        <translation>
            <numerusform>%n attempt may have cost something that is not known</numerusform>
            <numerusform>%n attempts may have cost something that is not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoneyWords</name>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthlyReport</name>
    <message numerus="yes">
        <source>of %n calls</source>
        <translation>
            <numerusform>of %n call</numerusform>
            <numerusform>of %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests failed, were cut off or refused</source>
        <translation>
            <numerusform>%n request failed, was cut off or refused</numerusform>
            <numerusform>%n requests failed, were cut off or refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests may have cost something that nobody knows; the total is without them.</source>
        <translation>
            <numerusform>%n request may have cost something that nobody knows; the total is without it.</numerusform>
            <numerusform>%n requests may have cost something that nobody knows; the total is without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n simulated requests are left out.</source>
        <translation>
            <numerusform>%n simulated request is left out.</numerusform>
            <numerusform>%n simulated requests are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PricesCommand</name>
    <message numerus="yes">
        <source>%1 of %2, %n day(s) old</source>
        <translation>
            <numerusform>%1 of %2, %n day old</numerusform>
            <numerusform>%1 of %2, %n days old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reconcile</name>
    <message numerus="yes">
        <source>%n requests have no price here: add one.</source>
        <translation>
            <numerusform>%n request has no price here: add one.</numerusform>
            <numerusform>%n requests have no price here: add one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message numerus="yes">
        <source>the conversation has fewer than %1 turns</source>
        <translation>
            <numerusform>the conversation has fewer than %1 turn</numerusform>
            <numerusform>the conversation has fewer than %1 turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the conversation has at most %1 turns</source>
        <translation>
            <numerusform>the conversation has at most %1 turn</numerusform>
            <numerusform>the conversation has at most %1 turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the conversation has more than %1 turns</source>
        <translation>
            <numerusform>the conversation has more than %1 turn</numerusform>
            <numerusform>the conversation has more than %1 turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the conversation has at least %1 turns</source>
        <translation>
            <numerusform>the conversation has at least %1 turn</numerusform>
            <numerusform>the conversation has at least %1 turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>commits after %n tokens</source>
        <translation>
            <numerusform>commits after %n token</numerusform>
            <numerusform>commits after %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts, %1 in all</source>
        <translation>
            <numerusform>%n attempt, %1 in all</numerusform>
            <numerusform>%n attempts, %1 in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunHtml</name>
    <message numerus="yes">
        <source>Conversation of %n turns</source>
        <translation>
            <numerusform>Conversation of %n turn</numerusform>
            <numerusform>Conversation of %n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TestWords</name>
    <message numerus="yes">
        <source>It works: %n models, %1</source>
        <translation>
            <numerusform>It works: %n model, %1</numerusform>
            <numerusform>It works: %n models, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PricesCommand</name>
    <message numerus="yes">
        <source>%n attempt(s) of it have no known cost: switchyard prices reprice --model %1 --dry-run</source>
        <translation>
            <numerusform>%n attempt of it has no known cost: switchyard prices reprice --model %1 --dry-run</numerusform>
            <numerusform>%n attempts of it have no known cost: switchyard prices reprice --model %1 --dry-run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PricesImport</name>
    <message numerus="yes">
        <source>... and %n more; --json has them all.</source>
        <translation>
            <numerusform>... and %n more; --json has them all.</numerusform>
            <numerusform>... and %n more; --json has them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PricesReprice</name>
    <message numerus="yes">
        <source>%n attempt(s) cost again what they did before: %1.</source>
        <translation>
            <numerusform>%n attempt costs again what it did before: %1.</numerusform>
            <numerusform>%n attempts cost again what they did before: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) can no longer be restored: their rows were pruned, and the sums of their days keep the new cost.</source>
        <translation>
            <numerusform>%n attempt can no longer be restored: its row was pruned, and the sums of its day keep the new cost.</numerusform>
            <numerusform>%n attempts can no longer be restored: their rows were pruned, and the sums of their days keep the new cost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core::AccountListModel</name>
    <message numerus="yes">
        <source>ok, %n models, %1</source>
        <translation>
            <numerusform>ok, %n model, %1</numerusform>
            <numerusform>ok, %n models, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models, listed %1</source>
        <translation>
            <numerusform>%n model, listed %1</numerusform>
            <numerusform>%n models, listed %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core::ScoreTableModel</name>
    <message numerus="yes">
        <source>Of %n calls</source>
        <translation>
            <numerusform>Of %n call</numerusform>
            <numerusform>Of %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AgreementBar</name>
    <message numerus="yes">
        <source>said by all %n lanes</source>
        <translation>
            <numerusform>said by the %n lane</numerusform>
            <numerusform>said by all %n lanes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) that one lane has alone</source>
        <translation>
            <numerusform>%n passage that one lane has alone</numerusform>
            <numerusform>%n passages that one lane has alone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AnomalyList</name>
    <message numerus="yes">
        <source>%1 instead of the usual %2 (median of the %n days before)</source>
        <comment>amounts</comment>
        <translation>
            <numerusform>%1 instead of the usual %2 (of the day before)</numerusform>
            <numerusform>%1 instead of the usual %2 (median of the %n days before)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AuditionCard</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <comment>news</comment>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try it on your last %n judged prompts, beside %1.</source>
        <translation>
            <numerusform>Try it on your last judged prompt, beside %1.</numerusform>
            <numerusform>Try it on your last %n judged prompts, beside %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try it on your last %n judged prompts.</source>
        <translation>
            <numerusform>Try it on your last judged prompt.</numerusform>
            <numerusform>Try it on your last %n judged prompts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left out: follow-up turns, pictures or texts not kept.</source>
        <translation>
            <numerusform>%n was left out: follow-up turns, pictures or texts not kept.</numerusform>
            <numerusform>%n were left out: follow-up turns, pictures or texts not kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BacktestChoices</name>
    <message numerus="yes">
        <source>the last %n days</source>
        <translation>
            <numerusform>the last day</numerusform>
            <numerusform>the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calls: %n kinds</source>
        <translation>
            <numerusform>Calls: %n kind</numerusform>
            <numerusform>Calls: %n kinds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BallotView</name>
    <message numerus="yes">
        <source>%1: best %n times</source>
        <translation>
            <numerusform>%1: best %n time</numerusform>
            <numerusform>%1: best %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ties</source>
        <translation>
            <numerusform>%n tie</numerusform>
            <numerusform>%n ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All bad: %n times</source>
        <translation>
            <numerusform>All bad: %n time</numerusform>
            <numerusform>All bad: %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BlindBallot</name>
    <message numerus="yes">
        <source>%n pairs wait for your vote. Which answer is the new one is not told.</source>
        <translation>
            <numerusform>%n pair waits for your vote. Which answer is the new one is not told.</numerusform>
            <numerusform>%n pairs wait for your vote. Which answer is the new one is not told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CandidateRow</name>
    <message numerus="yes">
        <source>%n ids typed</source>
        <translation>
            <numerusform>%n id typed</numerusform>
            <numerusform>%n ids typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChartLegend</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChartPicture</name>
    <message numerus="yes">
        <source>%n activations</source>
        <comment>on a chart</comment>
        <translation>
            <numerusform>%n activation</numerusform>
            <numerusform>%n activations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ComparePage</name>
    <message numerus="yes">
        <source>%n lanes</source>
        <translation>
            <numerusform>%n lane</numerusform>
            <numerusform>%n lanes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ContextDialog</name>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DataPane</name>
    <message numerus="yes">
        <source>%n sums are not those of their attempts</source>
        <translation>
            <numerusform>%n sum is not that of its attempts</numerusform>
            <numerusform>%n sums are not those of their attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportMenu</name>
    <message numerus="yes">
        <source>Export %n runs</source>
        <translation>
            <numerusform>Export %n run</numerusform>
            <numerusform>Export %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ForecastLabel</name>
    <message numerus="yes">
        <source>%1: a forecast needs %n days with requests</source>
        <comment>month</comment>
        <translation>
            <numerusform>%1: a forecast needs %n day with requests</numerusform>
            <numerusform>%1: a forecast needs %n days with requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n so far.</source>
        <comment>days with requests of the month</comment>
        <translation>
            <numerusform>There is %n so far.</numerusform>
            <numerusform>There are %n so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message numerus="yes">
        <source>Reading: %n conversations</source>
        <translation>
            <numerusform>Reading: %n conversation</numerusform>
            <numerusform>Reading: %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing: %n conversations</source>
        <translation>
            <numerusform>Writing: %n conversation</numerusform>
            <numerusform>Writing: %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turns are new.</source>
        <translation>
            <numerusform>%n turn is new.</numerusform>
            <numerusform>%n turns are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turns were here already.</source>
        <translation>
            <numerusform>%n turn was here already.</numerusform>
            <numerusform>%n turns were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n conversations</source>
        <translation>
            <numerusform>Stopped after %n conversation</numerusform>
            <numerusform>Stopped after %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversations imported</source>
        <translation>
            <numerusform>%n conversation imported</numerusform>
            <numerusform>%n conversations imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportPreview</name>
    <message numerus="yes">
        <source>%n sums of earlier imports, %1</source>
        <translation>
            <numerusform>%n sum of an earlier import, %1</numerusform>
            <numerusform>%n sums of earlier imports, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sums of a day</source>
        <translation>
            <numerusform>%n sum of a day</numerusform>
            <numerusform>%n sums of a day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportRuns</name>
    <message numerus="yes">
        <source>%n runs were imported. They are in no total: this program sent none of them.</source>
        <translation>
            <numerusform>%n run was imported. It is in no total: this program did not send it.</numerusform>
            <numerusform>%n runs were imported. They are in no total: this program sent none of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs are in the ledger already.</source>
        <translation>
            <numerusform>%n run is in the ledger already.</numerusform>
            <numerusform>%n runs are in the ledger already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JudgeDesk</name>
    <message numerus="yes">
        <source>It is asked twice about %n answers, without names and in two orders.</source>
        <translation>
            <numerusform>It is asked twice about %n answer, without names and in two orders.</numerusform>
            <numerusform>It is asked twice about %n answers, without names and in two orders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is given %n answers without their names.</source>
        <translation>
            <numerusform>It is given %n answer without its name.</numerusform>
            <numerusform>It is given %n answers without their names.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JudgeWords</name>
    <message numerus="yes">
        <source>It chose as you did in %1 of %n run(s), %2 %.</source>
        <translation>
            <numerusform>It chose as you did in %1 of %n run, %2 %.</numerusform>
            <numerusform>It chose as you did in %1 of %n runs, %2 %.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LaneInstruments</name>
    <message numerus="yes">
        <source>Run defaults, %n parameters set</source>
        <translation>
            <numerusform>Run defaults, %n parameter set</numerusform>
            <numerusform>Run defaults, %n parameters set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask the lane %n times in each run</source>
        <translation>
            <numerusform>Ask the lane once in each run</numerusform>
            <numerusform>Ask the lane %n times in each run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LaneView</name>
    <message numerus="yes">
        <source>%n earlier turns</source>
        <translation>
            <numerusform>%n earlier turn</numerusform>
            <numerusform>%n earlier turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LeaveGuard</name>
    <message numerus="yes">
        <source>%n lanes are still answering.</source>
        <translation>
            <numerusform>%n lane is still answering.</numerusform>
            <numerusform>%n lanes are still answering.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evaluations are running.</source>
        <translation>
            <numerusform>%n evaluation is running.</numerusform>
            <numerusform>%n evaluations are running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LineUpCard</name>
    <message numerus="yes">
        <source>%n models without a known price not counted.</source>
        <translation>
            <numerusform>%n model without a known price not counted.</numerusform>
            <numerusform>%n models without a known price not counted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LineUpDesk</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>What %n requests cost is unknown; it is not in this sum.</source>
        <translation>
            <numerusform>What %n request cost is unknown; it is not in this sum.</numerusform>
            <numerusform>What %n requests cost is unknown; it is not in this sum.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MatrixJudge</name>
    <message numerus="yes">
        <source>%1 is asked twice about each case: %n calls.</source>
        <translation>
            <numerusform>%1 is asked twice about each case: %n call.</numerusform>
            <numerusform>%1 is asked twice about each case: %n calls.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MatrixProxy</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unpriced</source>
        <comment>cells</comment>
        <translation>
            <numerusform>%n unpriced</numerusform>
            <numerusform>%n unpriced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MatrixView</name>
    <message numerus="yes">
        <source>The judge gave %n verdicts.</source>
        <translation>
            <numerusform>The judge gave %n verdict.</numerusform>
            <numerusform>The judge gave %n verdicts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n cases have none.</source>
        <translation>
            <numerusform>%1 %n case has none.</numerusform>
            <numerusform>%1 %n cases have none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pausing: %n cells are still answering</source>
        <translation>
            <numerusform>Pausing: %n cell is still answering</numerusform>
            <numerusform>Pausing: %n cells are still answering</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unpriced</source>
        <comment>cells</comment>
        <translation>
            <numerusform>%n unpriced</numerusform>
            <numerusform>%n unpriced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ParametersPanel</name>
    <message numerus="yes">
        <source>Parameters of %n lanes</source>
        <translation>
            <numerusform>Parameters of %n lane</numerusform>
            <numerusform>Parameters of %n lanes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PhrasesCard</name>
    <message numerus="yes">
        <source>When a provider says that a prompt is too long, rules go on to a model with a larger window. %n phrases are recognised, such as “%1”; a provider that says it otherwise can be added here.</source>
        <translation>
            <numerusform>When a provider says that a prompt is too long, rules go on to a model with a larger window. %n phrase is recognized, such as “%1”; a provider that says it otherwise can be added here.</numerusform>
            <numerusform>When a provider says that a prompt is too long, rules go on to a model with a larger window. %n phrases are recognised, such as “%1”; a provider that says it otherwise can be added here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PickEditor</name>
    <message numerus="yes">
        <source>By the median time to the first token of your own calls; those with fewer than %n samples come last.</source>
        <translation>
            <numerusform>By the median time to the first token of your own calls; those with fewer than %n sample come last.</numerusform>
            <numerusform>By the median time to the first token of your own calls; those with fewer than %n samples come last.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PictureStrip</name>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PriceForm</name>
    <message numerus="yes">
        <source>%n further windows stay as they are.</source>
        <translation>
            <numerusform>%n further window stays as it is.</numerusform>
            <numerusform>%n further windows stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProblemList</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PromptSetView</name>
    <message numerus="yes">
        <source>%n cases</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PromptSetsPane</name>
    <message numerus="yes">
        <source>%1, %n cases</source>
        <translation>
            <numerusform>%1, %n case</numerusform>
            <numerusform>%1, %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QualityWindow</name>
    <message numerus="yes">
        <source>%n calls, about %1, judges included.</source>
        <translation>
            <numerusform>%n call, about %1, judges included.</numerusform>
            <numerusform>%n calls, about %1, judges included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls, about %1 to %2, judges included.</source>
        <translation>
            <numerusform>%n call, about %1 to %2, judges included.</numerusform>
            <numerusform>%n calls, about %1 to %2, judges included.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The price of %n requests is not known.</source>
        <translation>
            <numerusform>The price of %n request is not known.</numerusform>
            <numerusform>The price of %n requests is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn calls cannot be asked again.</source>
        <translation>
            <numerusform>%n drawn call cannot be asked again.</numerusform>
            <numerusform>%n drawn calls cannot be asked again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spent: %1, and %n requests of unknown cost.</source>
        <translation>
            <numerusform>Spent: %1, and %n request of unknown cost.</numerusform>
            <numerusform>Spent: %1, and %n requests of unknown cost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReconcilePane</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows differ by more than 10 %.</source>
        <translation>
            <numerusform>%n row differs by more than 10 %.</numerusform>
            <numerusform>%n rows differ by more than 10 %.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RefreshPricesDialog</name>
    <message numerus="yes">
        <source>%n models have a price in it.</source>
        <translation>
            <numerusform>%n model has a price in it.</numerusform>
            <numerusform>%n models have a price in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RepricingDialog</name>
    <message numerus="yes">
        <source>%n pruned</source>
        <comment>requests whose old cost is gone</comment>
        <translation>
            <numerusform>%n pruned</numerusform>
            <numerusform>%n pruned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RepricingPane</name>
    <message numerus="yes">
        <source>%n requests change: %1 becomes %2.</source>
        <translation>
            <numerusform>%n request changes: %1 becomes %2.</numerusform>
            <numerusform>%n requests change: %1 becomes %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests have a new cost</source>
        <translation>
            <numerusform>%n request has a new cost</numerusform>
            <numerusform>%n requests have a new cost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests cost again what they did before</source>
        <translation>
            <numerusform>%n request costs again what it did before</numerusform>
            <numerusform>%n requests cost again what they did before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests can no longer be restored: their rows were pruned, and the sums of their days keep the new cost.</source>
        <translation>
            <numerusform>%n request can no longer be restored: its row was pruned, and the sums of its day keep the new cost.</numerusform>
            <numerusform>%n requests can no longer be restored: their rows were pruned, and the sums of their days keep the new cost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RoutesBar</name>
    <message numerus="yes">
        <source>draft: %n changes</source>
        <translation>
            <numerusform>draft: %n change</numerusform>
            <numerusform>draft: %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RuleListModel</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RulesExchange</name>
    <message numerus="yes">
        <source>%1 holds %n rules and a default.</source>
        <translation>
            <numerusform>%1 holds %n rule and a default.</numerusform>
            <numerusform>%1 holds %n rules and a default.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts were made.</source>
        <translation>
            <numerusform>%n account was made.</numerusform>
            <numerusform>%n accounts were made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunDelegate</name>
    <message numerus="yes">
        <source>%1 + %n unpriced</source>
        <translation>
            <numerusform>%1 + %n unpriced</numerusform>
            <numerusform>%1 + %n unpriced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunEdits</name>
    <message numerus="yes">
        <source>%n runs now have the task “%1”.</source>
        <translation>
            <numerusform>%n run now has the task “%1”.</numerusform>
            <numerusform>%n runs now have the task “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs now have the tag “%1”.</source>
        <translation>
            <numerusform>%n run now has the tag “%1”.</numerusform>
            <numerusform>%n runs now have the tag “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tag “%1” is gone from %n runs.</source>
        <translation>
            <numerusform>The tag “%1” is gone from %n run.</numerusform>
            <numerusform>The tag “%1” is gone from %n runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs pinned.</source>
        <translation>
            <numerusform>%n run pinned.</numerusform>
            <numerusform>%n runs pinned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs no longer pinned.</source>
        <translation>
            <numerusform>%n run no longer pinned.</numerusform>
            <numerusform>%n runs no longer pinned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs deleted. What they cost stays in every total.</source>
        <translation>
            <numerusform>%n run deleted. What it cost stays in every total.</numerusform>
            <numerusform>%n runs deleted. What they cost stays in every total.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunExporter</name>
    <message numerus="yes">
        <source>%n files saved in %1</source>
        <translation>
            <numerusform>%n file saved in %1</numerusform>
            <numerusform>%n files saved in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped; %n files are saved.</source>
        <translation>
            <numerusform>Stopped; %n file is saved.</numerusform>
            <numerusform>Stopped; %n files are saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunPreview</name>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 + %n unpriced</source>
        <translation>
            <numerusform>%1 + %n unpriced</numerusform>
            <numerusform>%1 + %n unpriced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs are selected.</source>
        <translation>
            <numerusform>%n run is selected.</numerusform>
            <numerusform>%n runs are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ScoreChart</name>
    <message numerus="yes">
        <source>%n models; arrow keys read each</source>
        <translation>
            <numerusform>%n model; arrow keys read it</numerusform>
            <numerusform>%n models; arrow keys read each</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ScoreboardPane</name>
    <message numerus="yes">
        <source>Costs are those of your own traffic: %n calls of this task in the last 30 days.</source>
        <translation>
            <numerusform>Costs are those of your own traffic: %n call of this task in the last 30 days.</numerusform>
            <numerusform>Costs are those of your own traffic: %n calls of this task in the last 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: chosen %2 by %n votes, %3</source>
        <comment>model, share, cost or time</comment>
        <translation>
            <numerusform>%1: chosen %2 by %n vote, %3</numerusform>
            <numerusform>%1: chosen %2 by %n votes, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No model has the %n judged comparisons that a rating needs.</source>
        <translation>
            <numerusform>No model has the %n judged comparison that a rating needs.</numerusform>
            <numerusform>No model has the %n judged comparisons that a rating needs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No model has the %n votes that a rating needs. The table shows how many there are.</source>
        <translation>
            <numerusform>No model has the %n vote that a rating needs. The table shows how many there are.</numerusform>
            <numerusform>No model has the %n votes that a rating needs. The table shows how many there are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SelectionBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 chosen, %n turns</source>
        <translation>
            <numerusform>%1 chosen, %n turn</numerusform>
            <numerusform>%1 chosen, %n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SetEstimator</name>
    <message numerus="yes">
        <source>%n unpriced</source>
        <comment>models</comment>
        <translation>
            <numerusform>%n unpriced</numerusform>
            <numerusform>%n unpriced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SimulatorCard</name>
    <message numerus="yes">
        <source>%1 %n models under the account name demo.</source>
        <translation>
            <numerusform>%1 %n model under the account name demo.</numerusform>
            <numerusform>%1 %n models under the account name demo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TemplatePicker</name>
    <message numerus="yes">
        <source>The folder %1 is deleted with %n templates.</source>
        <translation>
            <numerusform>The folder %1 is deleted with %n template.</numerusform>
            <numerusform>The folder %1 is deleted with %n templates.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TemplateTransfer</name>
    <message numerus="yes">
        <source>%n templates were exported.</source>
        <translation>
            <numerusform>%n template was exported.</numerusform>
            <numerusform>%n templates were exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the templates are there already with another text.</source>
        <translation>
            <numerusform>%n of the templates is there already with another text.</numerusform>
            <numerusform>%n of the templates are there already with another text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n templates were imported.</source>
        <translation>
            <numerusform>%n template was imported.</numerusform>
            <numerusform>%n templates were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>%n was there already.</numerusform>
            <numerusform>%n were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TrafficDialog</name>
    <message numerus="yes">
        <source>%n requests were here already.</source>
        <translation>
            <numerusform>%n request was here already.</numerusform>
            <numerusform>%n requests were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n requests</source>
        <translation>
            <numerusform>Stopped after %n request</numerusform>
            <numerusform>Stopped after %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests imported</source>
        <translation>
            <numerusform>%n request imported</numerusform>
            <numerusform>%n requests imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TryOptions</name>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier turns</source>
        <translation>
            <numerusform>%n earlier turn</numerusform>
            <numerusform>%n earlier turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens before</source>
        <translation>
            <numerusform>%n token before</numerusform>
            <numerusform>%n tokens before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UnpricedPane</name>
    <message numerus="yes">
        <source>%1 in no total, of %n models</source>
        <translation>
            <numerusform>%1 in no total, of %n model</numerusform>
            <numerusform>%1 in no total, of %n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::VariableForm</name>
    <message numerus="yes">
        <source>The prompt has %n variables. Write \{{ for two plain braces.</source>
        <translation>
            <numerusform>The prompt has %n variable. Write \{{ for two plain braces.</numerusform>
            <numerusform>The prompt has %n variables. Write \{{ for two plain braces.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WaysIn</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Connect %n accounts</source>
        <translation>
            <numerusform>&amp;Connect %n account</numerusform>
            <numerusform>&amp;Connect %n accounts</numerusform>
        </translation>
    </message>
</context>
</TS>
