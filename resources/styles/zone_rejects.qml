<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  </fieldConfiguration>
 <aliases>
  <alias field="source_file" index="0" name="File" />
  <alias field="row" index="1" name="Row" />
  <alias field="zone_id" index="2" name="Zone" />
  <alias field="name_ko" index="3" name="Korean name" />
  <alias field="reason" index="4" name="Reason" />
  <alias field="reason_text" index="5" name="Reason in words" />
  <alias field="source_crs" index="6" name="Reference system of the file" />
  <alias field="attributes" index="7" name="Attributes" />
  <alias field="geometry_text" index="8" name="Shape as text" />
 </aliases>
 <previewExpression>"reason"</previewExpression>
</qgis>
