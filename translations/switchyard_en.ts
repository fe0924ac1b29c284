<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>LedgerWords</name>
    <message numerus="yes">
        <source>%n unpriced</source>
        <translation>
            <numerusform>%n unpriced</numerusform>
            <numerusform>%n unpriced</numerusform>
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
        <source>%n requests</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lanes</source>
        <translation>
            <numerusform>%n lane</numerusform>
            <numerusform>%n lanes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
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
    <name>ui::ComparePage</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
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
    <name>ui::HistoryPage</name>
    <message numerus="yes">
        <source>%n runs now have the task “%1”.</source>
        <translation>
            <numerusform>%n run now has the task “%1”.</numerusform>
            <numerusform>%n runs now have the task “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs deleted. Their cost stays in every total.</source>
        <translation>
            <numerusform>%n run deleted. Its cost stays in every total.</numerusform>
            <numerusform>%n runs deleted. Their cost stays in every total.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::KpiRow</name>
    <message numerus="yes">
        <source>%n unpriced</source>
        <translation>
            <numerusform>%n unpriced</numerusform>
            <numerusform>%n unpriced</numerusform>
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
    <name>ui::UsageChart</name>
    <message numerus="yes">
        <source>%1 + %n unpriced</source>
        <translation>
            <numerusform>%1 + %n unpriced</numerusform>
            <numerusform>%1 + %n unpriced</numerusform>
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
