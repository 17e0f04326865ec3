<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  </fieldConfiguration>
 <aliases>
  <alias field="zone_id" index="0" name="Zone" />
  <alias field="sido" index="1" name="Province" />
  <alias field="sido_en" index="2" name="Province, English" />
  <alias field="field_ko" index="3" name="Field, Korean" />
  <alias field="field_en" index="4" name="Field, English" />
  <alias field="sector_ko" index="5" name="Sector, Korean" />
  <alias field="sector_en" index="6" name="Sector, English" />
  <alias field="phase_1_ko" index="7" name="Phase 1 (2018–2020), Korean" />
  <alias field="phase_1_en" index="8" name="Phase 1 (2018–2020), English" />
  <alias field="phase_2_ko" index="9" name="Phase 2 (2021–2022), Korean" />
  <alias field="phase_2_en" index="10" name="Phase 2 (2021–2022), English" />
  <alias field="source" index="11" name="Source" />
  <alias field="note" index="12" name="Note" />
 </aliases>
 <previewExpression>"sido"</previewExpression>
</qgis>
