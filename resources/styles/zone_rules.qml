<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="kind">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Requirement" type="QString" value="requirement" />
       </Option>
       <Option type="Map">
        <Option name="Permission" type="QString" value="permission" />
       </Option>
       <Option type="Map">
        <Option name="Weighed without a number" type="QString" value="review" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="known_by">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Measured from the nodes" type="QString" value="geometry" />
       </Option>
       <Option type="Map">
        <Option name="Measured with other zones" type="QString" value="zones" />
       </Option>
       <Option type="Map">
        <Option name="By the province" type="QString" value="province" />
       </Option>
       <Option type="Map">
        <Option name="Chosen" type="QString" value="parameter" />
       </Option>
       <Option type="Map">
        <Option name="Stated by the user" type="QString" value="stated" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="comparison">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="At most" type="QString" value="at_most" />
       </Option>
       <Option type="Map">
        <Option name="Below" type="QString" value="below" />
       </Option>
       <Option type="Map">
        <Option name="At least" type="QString" value="at_least" />
       </Option>
       <Option type="Map">
        <Option name="Above" type="QString" value="above" />
       </Option>
       <Option type="Map">
        <Option name="Is" type="QString" value="is" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="text_is">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Quoted" type="QString" value="quoted" />
       </Option>
       <Option type="Map">
        <Option name="In our words" type="QString" value="paraphrased" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="confidence">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Read in the original" type="QString" value="primary" />
       </Option>
       <Option type="Map">
        <Option name="From the press" type="QString" value="secondary" />
       </Option>
       <Option type="Map">
        <Option name="No text found" type="QString" value="unverified" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="rule" index="0" name="Rule" />
  <alias field="zone_types" index="1" name="Zone types" />
  <alias field="kind" index="2" name="Kind of rule" />
  <alias field="name_ko" index="3" name="Korean name" />
  <alias field="name_en" index="4" name="English name" />
  <alias field="reading_ko" index="5" name="Reading, Korean" />
  <alias field="reading_en" index="6" name="Reading, English" />
  <alias field="requirement" index="7" name="Requirement" />
  <alias field="fact" index="8" name="Fact" />
  <alias field="fact_ko" index="9" name="Fact, Korean" />
  <alias field="fact_en" index="10" name="Fact, English" />
  <alias field="known_by" index="11" name="Known by" />
  <alias field="condition" index="12" name="Condition" />
  <alias field="comparison" index="13" name="Comparison" />
  <alias field="limit" index="14" name="Limit" />
  <alias field="unit" index="15" name="Unit" />
  <alias field="limit_stated" index="16" name="Limit in the words of the law" />
  <alias field="law" index="17" name="Law" />
  <alias field="article" index="18" name="Article" />
  <alias field="text_ko" index="19" name="Text of the law, Korean" />
  <alias field="text_en" index="20" name="Text of the law, English" />
  <alias field="text_is" index="21" name="Wording" />
  <alias field="confidence" index="22" name="Confidence" />
  <alias field="source_ko" index="23" name="Source, Korean" />
  <alias field="source_en" index="24" name="Source, English" />
  <alias field="note_ko" index="25" name="Note, Korean" />
  <alias field="note_en" index="26" name="Note, English" />
 </aliases>
 <previewExpression>"rule"</previewExpression>
</qgis>
